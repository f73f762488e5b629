-- With codes that do not exist too: an index that only known codes enter is work that only they cause.
drop index lookup_limits_of;
create index lookup_limits_of on lookup_limits (application_id);
