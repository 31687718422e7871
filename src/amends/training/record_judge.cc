#include "amends/training/record_judge.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "amends/incident/record.h"
#include "amends/incident/recorder.h"
#include "amends/training/content_words.h"
#include "amends/training/invention.h"

namespace amends::training {
namespace {

using incident::Field;
using incident::Quote;

// A field takes up a quote that shares so much of its words with it, or a number or a
// name.
constexpr double kTakenUp = 1.0 / 3;

std::vector<Quote> QuotesOf(const incident::Record& record, Field field) {
  switch (field) {
    case Field::kWhat:
      return record.what;
    case Field::kWhen:
      return record.when;
    case Field::kItem: {
      // Its plate or its number names it as well.
      std::vector<Quote> quotes = record.items;
      std::ranges::copy(record.facts, std::back_inserter(quotes));
      return quotes;
    }
    case Field::kLoad:
      return record.load;
    case Field::kCircumstances:
      return record.circumstances;
    case Field::kSteps:
      return record.steps;
    case Field::kExtras:
      return record.extras;
    case Field::kPromises:
      break;
  }
  std::vector<Quote> quotes;
  for (const incident::Promise& each : record.promises) quotes.push_back(each.words);
  return quotes;
}

class RecordJudging {
 public:
  RecordJudging(const Engine& engine, const Exercise& exercise,
                const std::vector<std::string>& texts)
      : engine_(engine), exercise_(exercise), texts_(texts) {
    texts_.resize(exercise.fields.size());
  }

  Judgement Judge() {
    JudgeFields();
    if (written_) JudgeWords();
    return End();
  }

 private:
  void JudgeFields() {
    const incident::Record record =
        incident::WriteRecord(exercise_.conversation, engine_);
    for (size_t i = 0; i < exercise_.fields.size(); ++i) {
      const Field field = exercise_.fields[i];
      const std::string word(WordFor(field));
      written_ = written_ || !texts_[i].empty();
      const std::vector<Quote> quotes = QuotesOf(record, field);
      const auto quote = std::ranges::find_if(
          quotes, [&](const Quote& each) { return TakesUp(texts_[i], each.text); });
      if (quote != quotes.end()) {
        ++right_;
        Say(Point::Kind::kGood, word, fmt::format("“{}” is in it.", quote->text));
      } else if (quotes.empty()) {
        Say(Point::Kind::kFault, "missing:" + word,
            fmt::format("{} Nobody wrote it down; leave it open.", QuestionFor(field)));
      } else {
        Say(texts_[i].empty() ? Point::Kind::kFault : Point::Kind::kUnseen,
            "missing:" + word,
            fmt::format("{} The thread says: “{}”.", QuestionFor(field),
                        quotes.front().text));
      }
    }
  }

  bool TakesUp(const std::string& text, const std::string& quote) const {
    std::set<std::string> said;
    for (ContentWord& word : ContentWordsOf(text, engine_)) said.insert(word.canon);
    const auto words = ContentWordsOf(quote, engine_);
    size_t shared = 0;
    for (const ContentWord& word : words) {
      if (!said.contains(word.canon)) continue;
      if (word.number || word.name) return true;
      ++shared;
    }
    return shared > 0 &&
           static_cast<double>(shared) >= kTakenUp * static_cast<double>(words.size());
  }

  // As a record for colleagues: its words are facts, and nothing is invented.
  void JudgeWords() {
    input::Conversation record = exercise_.conversation;
    record.kind = input::Kind::kIncident;
    for (size_t i = 0; i < texts_.size(); ++i) {
      if (texts_[i].empty()) continue;
      if (!record.text.empty()) record.text += "\n\n";
      record.text += texts_[i];
    }
    record.blocks = {
        {input::BlockKind::kOwn, {0, static_cast<uint32_t>(record.text.size())}}};
    const Result result = engine_.Check(record);
    for (const Finding& finding : result.findings) {
      const bool trained = std::ranges::count(exercise_.rules, finding.rule->id) > 0;
      if (!trained && finding.severity != pack::Severity::kError) continue;
      if (finding.scope == Scope::kReply) continue;  // the fields have been asked for
      if (found_.insert(finding.rule->id).second) {
        Say(Point::Kind::kFault, finding.rule->id, finding.message);
      }
    }
    for (const text::Span& span : FindInvented(engine_, exercise_, record, result)) {
      Say(Point::Kind::kFault, "invented",
          fmt::format("“{}” stands nowhere in the thread.",
                      record.text.substr(span.start, span.length())));
    }
  }

  void Say(Point::Kind kind, std::string code, std::string text) {
    said_.push_back({kind, std::move(code), std::move(text), {}});
  }

  Judgement End() {
    if (!written_) {
      said_.clear();
      Say(Point::Kind::kFault, "blank",
          "There is nothing here yet. Begin with what went "
          "wrong, in the customer’s words.");
    }
    Judgement judgement =
        JudgementFrom(std::move(said_), right_, exercise_.fields.size());
    judgement.rules = OutcomesOf(exercise_.rules, judgement.passed, found_);
    return judgement;
  }

  const Engine& engine_;
  const Exercise& exercise_;
  std::vector<std::string> texts_;
  std::vector<Point> said_;
  std::set<std::string> found_;  // rules
  size_t right_ = 0;
  bool written_ = false;
};

}  // namespace

const char* QuestionFor(Field field) {
  switch (field) {
    case Field::kWhat:
      return "What went wrong?";
    case Field::kWhen:
      return "When was it?";
    case Field::kItem:
      return "Which product or service was it?";
    case Field::kLoad:
      return "How busy was it?";
    case Field::kCircumstances:
      return "What made it matter to them?";
    case Field::kSteps:
      return "What was done to put it right?";
    case Field::kExtras:
      return "What was given on top?";
    case Field::kPromises:
      break;
  }
  return "What was promised, and by when?";
}

Judgement JudgeRecord(const Engine& engine, const Exercise& exercise,
                      const std::vector<std::string>& texts) {
  return RecordJudging(engine, exercise, texts).Judge();
}

}  // namespace amends::training
