#include "amends/training/progress_schema.h"

namespace amends::training {
namespace {

constexpr const char* kSteps[] = {
    // Persons and their answers.
    R"(
CREATE TABLE persons (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  team TEXT NOT NULL,
  created INTEGER NOT NULL,
  UNIQUE (team, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE answers (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
  exercise TEXT NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  passed INTEGER NOT NULL,
  points INTEGER NOT NULL,
  hints INTEGER NOT NULL,
  seconds INTEGER NOT NULL,
  for_set TEXT NOT NULL
) STRICT;
CREATE INDEX answers_by_person ON answers (person, at);
CREATE TABLE answer_rules (
  answer INTEGER NOT NULL REFERENCES answers (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  grade INTEGER NOT NULL,
  PRIMARY KEY (answer, position)
) STRICT, WITHOUT ROWID;
)",
    // Sets of exercises, and to whom they were given: a team or a person.
    R"(
CREATE TABLE sets (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  exercises TEXT NOT NULL,
  due INTEGER NOT NULL,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE assignments (
  for_set TEXT NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
  team TEXT,
  person TEXT REFERENCES persons (id) ON DELETE CASCADE,
  CHECK ((team IS NULL) <> (person IS NULL))
) STRICT;
CREATE UNIQUE INDEX assignments_once
  ON assignments (for_set, ifnull(team, ''), ifnull(person, ''));
CREATE INDEX assignments_by_person ON assignments (person);
)"};

}  // namespace

std::span<const char* const> ProgressSteps() { return kSteps; }

}  // namespace amends::training
