#include "tests/support/moves_thread.h"

#include <sstream>

#include "amends/conversation/case_notes.h"
#include "amends/conversation/failure.h"

namespace amends::testing {

using conversation::Meaning;
using conversation::Reading;
using conversation::Situation;

namespace {

std::vector<Meaning> MeaningsOf(const std::vector<std::string>& moves) {
  std::vector<Meaning> meanings;
  for (const std::string& move : moves) {
    meanings.push_back(conversation::MeaningOf(move));
  }
  return meanings;
}

}  // namespace

MovesThread::MovesThread(const std::vector<std::string>& turns) {
  for (const std::string& turn : turns) Add(turn);
}

void MovesThread::Add(const std::string& turn) {
  Reading& reading = turns_.emplace_back();
  reading.role = turn.starts_with("C:") ? input::Role::kCustomer : input::Role::kAgent;
  std::istringstream words(turn.substr(2));
  uint32_t sentence = 0;
  for (std::string word; words >> word;) {
    if (word == ".") {
      ++sentence;
      continue;
    }
    reading.sentence_of.push_back(sentence);
    AddWord(word, reading);
  }
}

// A word's span is its number: words lie one byte apart.
void MovesThread::AddWord(const std::string& word, Reading& reading) {
  const auto at = static_cast<uint32_t>(reading.text.words.size());
  reading.text.words.emplace_back().span = {at, at + 1};
  std::istringstream moves(word);
  for (std::string move; std::getline(moves, move, '+');) {
    reading.found.push_back({static_cast<uint32_t>(moves_.size()), {at, at + 1}, at, 0});
    moves_.push_back(move);
  }
}

Situation MovesThread::ReadFailure(const input::Facts& facts) const {
  return conversation::ReadFailure(facts, turns_, MeaningsOf(moves_));
}

Situation MovesThread::Read(const input::Facts& facts) const {
  const std::vector<Meaning> meanings = MeaningsOf(moves_);
  Situation situation = conversation::ReadFailure(facts, turns_, meanings);
  conversation::NoteCase(facts, turns_, meanings, situation);
  return situation;
}

}  // namespace amends::testing
