-- Invented for a demonstration, as with articles and applications. What was loaded before has only its words to say so.
alter table tips add column demo boolean not null default false;
