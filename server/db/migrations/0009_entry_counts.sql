-- How people come to the app, as one sum for each day and source: no row tells of a visit, of a person or of a station.
-- A station's own sum could be one on a quiet day, and then be laid beside an anonymous tip of that day.
create table entry_counts (
  day date not null,
  source text not null,
  entries integer not null,
  primary key (day, source)
);
