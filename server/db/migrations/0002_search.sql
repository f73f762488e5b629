-- The same as fold() in contract/fold.ts, with everything between words as one space. Without the extension unaccent:
-- its rules are the server's, not ours, and not every host lets us create it.
-- Bodies with RETURN: their names are resolved now, so that a dump can be restored under any search_path.
create function search_fold(source text) returns text language sql immutable strict parallel safe
return regexp_replace(
  lower(translate(regexp_replace(normalize(source, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐðÐ', 'dddd') collate "C"),
  '[^a-z0-9]+', ' ', 'g');

create function article_text(body jsonb) returns text language sql immutable strict parallel safe
return (
  select coalesce(string_agg(line #>> '{}', ' '), '') from (
    select jsonb_path_query(body, 'lax $[*].text') as line
    union all
    select jsonb_path_query(body, 'lax $[*].items[*]')
  ) lines
);

-- Each word once; the words of the title a second time with a mark, so that one index finds them alone as well.
create function article_lexemes(title text, summary text, body jsonb) returns tsvector
language sql immutable strict parallel safe
return array_to_tsvector(array(
  select distinct lexeme from (
    select unnest(string_to_array(search_fold(title || ' ' || summary || ' ' || article_text(body)), ' '))
    union all
    select '^' || unnest(string_to_array(search_fold(title), ' '))
  ) lexemes (lexeme)
  where lexeme not in ('', '^') and length(lexeme) <= 40
));

alter table articles
  add column search tsvector generated always as (article_lexemes(title, summary, body)) stored;
create index articles_search on articles using gin (search) with (fastupdate = off);

-- Every lexeme of the news and in about how many articles it stands: puts slips right, and tells a search that would
-- find half of all articles from one that finds a few. Words stay when their article goes.
create table article_words (
  word text primary key,
  articles integer not null
);
insert into article_words (word, articles)
  select lexeme, count(*) from articles, unnest(tsvector_to_array(search)) lexeme
  group by lexeme;

create function count_article_words() returns trigger language plpgsql as $$
begin
  -- In one order, or two editors could wait for each other.
  insert into article_words as known (word, articles)
    select lexeme, count(*) from fresh, unnest(tsvector_to_array(search)) lexeme
    group by lexeme order by lexeme
    on conflict (word) do update set articles = known.articles + excluded.articles;
  return null;
end $$;
create trigger articles_words_of_new after insert on articles referencing new table as fresh
  for each statement execute function count_article_words();

create function add_article_words() returns trigger language plpgsql as $$
begin
  insert into article_words (word, articles)
    select lexeme, count(*) from fresh, unnest(tsvector_to_array(search)) lexeme
    group by lexeme order by lexeme
    on conflict (word) do nothing;
  return null;
end $$;
create trigger articles_words_of_changed after update on articles referencing new table as fresh
  for each statement execute function add_article_words();
