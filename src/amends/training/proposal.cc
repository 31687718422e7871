#include "amends/training/proposal.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "amends/coach/coach.h"
#include "amends/input/text_reader.h"
#include "amends/report/json_text.h"
#include "amends/training/masking.h"

namespace amends::training {
namespace {

constexpr size_t kMostMarks = 2;
constexpr size_t kMostRules = 6;

// Only what the writer says: what a mail quotes stands in the conversation already.
std::string OwnWords(const input::Conversation& conversation) {
  std::string words;
  for (const input::Block& block : conversation.blocks) {
    if (!input::IsOwnWords(block.kind)) continue;
    words += conversation.text.substr(block.span.start, block.span.length());
  }
  if (conversation.blocks.empty()) words = conversation.text;
  const size_t end = words.find_last_not_of(" \t\r\n");
  return end == std::string::npos ? "" : words.substr(0, end + 1);
}

bool Counts(const Finding& finding) {
  return finding.severity >= pack::Severity::kWarning;
}

class Proposer {
 public:
  Proposer(const Engine& engine, const input::Conversation& conversation)
      : engine_(engine), draft_(conversation) {
    MaskAll(conversation);
    result_ = engine_.Check(draft_);
    for (const Finding& finding : result_.findings) {
      if (!Counts(finding)) continue;
      const std::string& rule = finding.rule->id;
      if (std::ranges::count(rules_, rule) == 0 && rules_.size() < kMostRules) {
        rules_.push_back(rule);
      }
      if (finding.scope == Scope::kText) faults_.push_back(&finding);
    }
  }

  ProposedExercise Propose(const std::string& wanted) {
    ProposedExercise proposed;
    proposed.masked = std::move(masked_);
    if (rules_.empty()) {
      proposed.problem =
          "Nothing in this draft is worse than a hint, so there is nothing to practise.";
      return proposed;
    }
    proposed.kind = wanted.empty() ? Kind() : wanted;
    if (proposed.kind == "spot" && faults_.empty()) {
      proposed.problem =
          "No words of this draft hurt by themselves; there is nothing to "
          "mark. Make it a rewrite.";
      return proposed;
    }
    proposed.json = Json(proposed.kind);
    return proposed;
  }

 private:
  void MaskAll(const input::Conversation& conversation) {
    std::vector<std::string_view> texts;
    const std::string own = OwnWords(conversation);
    texts.push_back(own);
    for (const input::Turn& turn : conversation.context) texts.push_back(turn.text);
    Masking masking(engine_, texts);
    input::Conversation masked = input::ReadPlainText(masking.Mask(own));
    draft_ = {};
    draft_.channel = conversation.channel;
    draft_.kind = conversation.kind;
    draft_.text = std::move(masked.text);
    draft_.blocks = std::move(masked.blocks);
    for (const input::Turn& turn : conversation.context) {
      draft_.context.push_back({turn.role, masking.Mask(turn.text), ""});
    }
    masked_ = masking.masked();
  }

  std::string Kind() const {
    const bool asks =
        !faults_.empty() && std::ranges::all_of(faults_, [](const auto* each) {
          return each->rule->family() == "dypii";
        });
    if (asks) return "question";
    return !faults_.empty() && faults_.size() <= kMostMarks && rules_.size() <= kMostMarks
               ? "spot"
               : "rewrite";
  }

  const pack::Rule& First() const {
    return faults_.empty() ? *engine_.pack().FindRule(rules_.front())
                           : *faults_.front()->rule;
  }

  std::string Json(const std::string& kind) {
    std::string out;
    report::JsonText json(out, report::JsonLayout::kIndented);
    const pack::Rule& first = First();
    json.BeginObject();
    json.Key("exercises");
    json.BeginArray();
    json.BeginObject();
    json.String("id", first.family() + "/new-exercise");
    json.String("kind", kind);
    json.Number("level", faults_.size() > kMostMarks ? 3 : kind == "spot" ? 1 : 2);
    json.String("trade", "[[trade]]");
    json.Key("rules");
    json.BeginArray();
    json.String(first.id);
    for (const std::string& rule : rules_) {
      const bool of_words = std::ranges::any_of(
          faults_, [&](const Finding* each) { return each->rule->id == rule; });
      if (rule != first.id && (kind != "spot" || of_words)) json.String(rule);
    }
    json.EndArray();
    json.String("situation", "[[Where you are and what has happened]]");
    json.String("channel", input::kChannelWords.at(static_cast<size_t>(draft_.channel)));
    json.Key("conversation");
    json.BeginArray();
    for (const input::Turn& turn : draft_.context) {
      json.BeginObject();
      json.String("role", turn.role == input::Role::kCustomer ? "customer" : "agent");
      json.String("text", turn.text);
      json.EndObject();
    }
    json.EndArray();
    json.String("draft", draft_.text);
    if (kind == "spot") {
      Marks(json);
    } else {
      Writing(json);
    }
    json.Key("hints");
    json.BeginArray();
    json.String("Read it as the customer. Which words stop you?");
    json.String(first.summary);
    json.EndArray();
    json.String("explanation", fmt::format("{} They hear: “{}”", first.why, first.hears));
    json.EndObject();
    json.EndArray();
    json.EndObject();
    return out + "\n";
  }

  void Marks(report::JsonText& json) const {
    json.Key("marks");
    json.BeginArray();
    text::Span last;
    for (const Finding* finding : faults_) {
      if (finding->span.overlaps(last)) continue;
      last = finding->span;
      json.BeginObject();
      json.String("words", UniqueWords(finding->span));
      json.String("rule", finding->rule->id);
      json.EndObject();
    }
    json.EndArray();
  }

  // The words of the span and, where they stand in the draft twice, more before them.
  std::string UniqueWords(text::Span span) const {
    const std::string& text = draft_.text;
    const auto is_unique = [&] {
      const std::string words = text.substr(span.start, span.length());
      return text.find(words) == text.rfind(words);
    };
    while (!is_unique() && span.start > 0) {
      --span.start;
      while (span.start > 0 && text[span.start - 1] != ' ') --span.start;
    }
    return text.substr(span.start, span.length());
  }

  // What a good answer holds is what the coach asks for; the model is its outline.
  void Writing(report::JsonText& json) const {
    const coach::Coaching coaching = engine_.Coach(draft_, result_);
    json.Key("known");
    json.BeginArray();
    json.String("[[What one knows and may give]]");
    json.EndArray();
    json.Key("asks");
    json.BeginArray();
    for (const coach::FoundElement& found : coaching.elements) {
      const bool missing = found.presence == coach::Presence::kMissing ||
                           found.presence == coach::Presence::kSpoilt;
      if (missing && found.element->measure == pack::Measure::kNone &&
          !found.element->rules.empty()) {
        json.String(found.element->id);
      }
    }
    json.EndArray();
    json.String("model", coaching.outline.Text());
    json.Key("wrong");
    json.BeginArray();
    json.BeginObject();
    json.String("text", draft_.text);
    json.String("caught", "unchanged");
    json.EndObject();
    json.EndArray();
  }

  const Engine& engine_;
  input::Conversation draft_;
  Result result_;
  std::vector<std::string> rules_;
  std::vector<const Finding*> faults_;  // in the words, by place
  std::map<std::string, std::string> masked_;
};

}  // namespace

ProposedExercise ProposeExercise(const Engine& engine,
                                 const input::Conversation& conversation,
                                 const ProposalOptions& options) {
  return Proposer(engine, conversation).Propose(options.kind);
}

}  // namespace amends::training
