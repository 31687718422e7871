// A pack as its files say it, and several packs laid over one another: plain values, read
// and checked for form by loader.h. Meaning (phrases, references to classes and moves) is
// checked where it is compiled, with the Origin kept here for the message. See
// docs/pack-format.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "amends/pack/tuning.h"
#include "amends/text/tables.h"

namespace amends::pack {

// Where a value stands: enough to print file:line:column when something is wrong with it.
struct Origin {
  std::string file;     // as the user would name it
  std::string pointer;  // JSON pointer in that file: "/rules/3/on/patterns/0"
};

// A phrase (docs/phrases.md) and where it was written.
struct Phrase {
  std::string text;
  Origin origin;
};

struct ClassDef {
  std::string id;
  std::vector<Phrase> any;
  std::vector<std::string> verbs;
  std::string shape;  // empty = none
  bool open = false;
  struct Example {
    std::string text;
    std::string span;  // empty = anywhere
    Origin origin;
  };
  std::vector<Example> match;
  std::vector<Example> pass;  // without a span
  Origin origin;
};

struct Suppressor {
  std::string id;
  std::vector<Phrase> patterns;
  std::string why;
  struct Example {
    std::string family;
    std::string text;
    Origin origin;
  };
  std::vector<Example> examples;
  Origin origin;
};

enum class UnlessScope : uint8_t {
  kHead,
  kAfterHead,
  kAfter,
  kBefore,
  kClause,
  kSentence
};

struct Unless {
  Phrase pattern;
  UnlessScope scope = UnlessScope::kSentence;
  std::string because;
};

// Where a condition looks.
struct Within {
  enum class Where : uint8_t {
    kClause,
    kNextClause,
    kPreviousClause,
    kSentence,
    kNextSentence,
    kPreviousSentence,
    kReply,
    kThread,
    kEarlier,
    kCustomer,
    kCustomerLast,
    kBefore,
    kAfter
  };
  static constexpr int kAll = -1;
  Where where = Where::kReply;
  int sentences = kAll;  // for kBefore and kAfter
};

// What a record may know (input::Facts).
enum class Fact : uint8_t {
  kCompanyAtFault,
  kFailure,
  kApologyAccepted,
  kFirstReply,
  kAlertSent,
  kResolved,
  kSeverity,  // from here on numbers
  kMinutesSinceReport,
  kRepeatFailures
};
constexpr bool IsNumber(Fact fact) { return fact >= Fact::kSeverity; }

// A number, or the name of a parameter of the rule ("$least").
using Number = std::variant<double, std::string>;

struct Condition {
  enum class Kind : uint8_t {
    kAny,            // ids, within
    kNone,           // ids, within
    kCount,          // ids, within, at_least and at_most
    kRatio,          // ids, over, ratio, within
    kSubject,        // values, within (clause, previous or next clause)
    kFailure,        // values
    kFault,          // values
    kAccepted,       // values
    kRepeated,       // values
    kOverdue,        // values
    kSeverity,       // at_least
    kFact,           // fact, and values or at_least and at_most
    kRecordKind,     // values
    kChannel,        // values
    kFirstReply,     // flag
    kContext,        // flag
    kSwitch,         // name, values
    kEcho,           // flag
    kGiven,          // flag
    kFirst,          // ids, over
    kHolds,          // parts, at_least and at_most
    kDetail,         // flag, within, values (whose words)
    kQuestion,       // flag
    kFirstSentence,  // flag
    kOr,             // parts
    kNot             // parts[0]
  };
  Kind kind = Kind::kAny;
  std::vector<std::string> ids;
  std::vector<std::string> over;
  std::vector<std::string> values;
  std::string name;
  Fact fact = Fact::kCompanyAtFault;
  Within within;
  std::optional<Number> at_least;
  std::optional<Number> at_most;
  std::optional<Number> ratio;
  bool flag = true;
  std::vector<Condition> parts;
  Origin origin;
};

enum class Applicability : uint8_t { kSafe, kConfirm, kFill, kAdvice };

struct Suggest {
  Applicability applicability = Applicability::kAdvice;
  std::string title;
  std::optional<std::string> text;  // none for advice
  std::string replace;              // a name; empty = the whole match
  std::vector<std::string> needs;   // captures that must have matched
  std::vector<std::string> lacks;   // moves that the sentence of the match must not hold
  // Moves: the first sentence behind the match that holds one goes before that of the
  // match. Instead of a text.
  std::vector<std::string> bring;
  Origin origin;

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(applicability, title, text, replace, needs, lacks, bring);
  }
};

// One turn, and one example with everything that its record may say. `record` is the JSON
// text of a record (design 9) with `text`, `context`, `facts`, `kind` and `channel` as
// given, so that one reader of records serves everywhere.
struct Example {
  std::string text;
  std::string record;
  std::string profile;  // empty = default
  std::optional<std::string> span;
  std::optional<std::string> fix;
  Origin origin;
};

struct Move {
  std::string id;
  std::string summary;
  bool customer = false;
  std::vector<Phrase> patterns;
  std::vector<Unless> unless;
  std::vector<Condition> where;
  std::vector<Example> match;
  std::vector<Example> pass;
  Origin origin;
};

struct Rule {
  std::string id;
  Severity severity = Severity::kInfo;
  std::optional<Severity> at_ease;  // the most it is where nothing has gone wrong
  std::string summary;
  struct On {
    std::vector<Phrase> patterns;
    std::vector<std::string> moves;
    bool reply = false;
  } on;
  bool about_reply = false;  // judges the reply as a whole, wherever it looks
  std::vector<Unless> unless;
  std::vector<Condition> where;
  std::vector<std::string> yields_to;
  std::string message;
  std::string why;
  std::string hears;
  std::vector<std::string> source;
  std::vector<Suggest> suggest;
  std::map<std::string, double> parameters;
  std::vector<Example> flag;
  std::vector<Example> pass;
  Origin origin;

  std::string family() const { return id.substr(0, id.find('/')); }

  // What is asked for once the rule is compiled.
  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(id, severity, at_ease, summary, on.reply, about_reply, yields_to, message,
            why, hears, source, suggest, parameters);
  }
};

// The steps of a recovery, and the care around them.
enum class Step : uint8_t { kCare, kApologise, kReview, kFix, kDocument };

// When a reply is asked for an element.
enum class Asked : uint8_t { kNever, kFailure, kFeeling, kAlways };

// What is counted of an element that is a matter of degree (docs/coach.md).
enum class Measure : uint8_t {
  kNone,
  kPairs,        // different pairs of one of the words and the word behind it
  kWords,        // different words
  kParticulars,  // different numbers, names and ones of the words
  kEcho          // different long words that the customer used
};

// Something that a good reply holds, as the coach teaches and counts it.
struct Element {
  std::string id;
  Step step = Step::kCare;
  Asked asked = Asked::kNever;
  std::vector<std::string> moves;    // that show it: an id, or its beginning up to a dot
  Measure measure = Measure::kNone;  // in place of moves
  double enough = 0;                 // of what is measured
  std::vector<std::string> words;    // in lower case, with straight apostrophes
  std::vector<std::string> spoilt_by;  // rules that leave nothing of it
  std::vector<std::string> rules;   // that speak where it is missing: it counts for them
  std::vector<std::string> faults;  // rules and families about how it is done
  double points = 0;                // that it is worth
  double place = 0;                 // in the outline of a reply, from its beginning
  std::string name;
  std::string praise;   // said where it is there
  std::string ask;      // and where it is not
  std::string outline;  // a sentence with blanks; empty = none is proposed
  std::vector<std::string> source;
  Origin origin;

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(id, step, asked, moves, measure, enough, words, spoilt_by, rules, faults,
            points, place, name, praise, ask, outline, source);
  }
};

// What a house lets its people give on top of what was owed.
struct Allowance {
  std::string what;                // "free delivery on the next order"
  double from_severity = 0;        // of the case, 0-3
  std::vector<std::string> kinds;  // of failure it suits; empty = all

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(what, from_severity, kinds);
  }
};

// One house's way to judge.
struct Profile {
  std::string id;
  std::string summary;
  std::string base;  // the profile this one starts from; empty = none
  Tunings tunings;
  std::vector<Allowance> allowances;
  Origin origin;

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(id, summary, base, tunings, allowances);
  }
};

struct Manifest {
  std::string name;
  std::string version;
  std::string licence;
  std::string language;
  std::string summary;
  std::vector<std::string> requires_packs;

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(name, version, licence, language, summary, requires_packs);
  }
};

// One pack, or several merged. Entries are sorted by id.
struct Pack {
  Manifest manifest;
  text::Tables tables;
  std::vector<ClassDef> classes;
  std::vector<Suppressor> suppressors;
  std::vector<Move> moves;
  std::vector<Rule> rules;
  std::vector<Profile> profiles;
  std::vector<Element> elements;
  std::string digest;  // of all bytes read: two equal digests judge alike

  // Nothing where there is none of this id.
  const Rule* FindRule(std::string_view id) const;

  // What is asked for once the pack is compiled.
  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(manifest, tables.calendar, tables.function_words, tables.irregular_verbs,
            tables.verbs, tables.doubling, rules, profiles, elements, digest);
  }
};

}  // namespace amends::pack
