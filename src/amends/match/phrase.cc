#include "amends/match/phrase.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace amends::match {
namespace {

constexpr std::string_view kSyntax = "()[]{}|*~@\\<>/ \t\n";
constexpr std::string_view kMarks = ",.?!:;-\"%()[]/…€$£&+=#";

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool IsName(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

std::variant<uint8_t, std::string> ReadForms(std::string_view names) {
  static constexpr std::array<std::pair<std::string_view, uint8_t>, 6> kForms{
      {{"base", kBaseForm},
       {"s", kThirdForm},
       {"past", kPastForm},
       {"part", kParticipleForm},
       {"ing", kIngForm},
       {"ed", kPastForm | kParticipleForm}}};
  if (names.empty()) return uint8_t{kAllForms};
  uint8_t forms = 0;
  while (!names.empty()) {
    std::string_view name = names.substr(0, names.find('+'));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    auto form = std::ranges::find(kForms, name, &decltype(kForms)::value_type::first);
    if (form == kForms.end()) return std::string(name);
    forms |= form->second;
  }
  return forms;
}

// Recursive descent; throws PhraseError inside this file only.
class Parser {
 public:
  explicit Parser(std::string_view phrase) : phrase_(phrase) {}

  Node Parse() {
    if (phrase_.size() > kMaxPhraseLength) {
      Fail(0, 1, "this phrase is longer than 2,000 characters", "split it into several");
    }
    Node root = ParseChoice(0);
    if (at_ < phrase_.size()) {
      Fail(at_, 1, std::string("“") + phrase_[at_] + "” closes nothing",
           "write a backslash before it if the mark itself is meant");
    }
    return root;
  }

 private:
  [[noreturn]] static void Fail(size_t offset, size_t length, std::string message,
                                std::string hint = "") {
    throw PhraseError{static_cast<uint32_t>(offset), static_cast<uint32_t>(length),
                      std::move(message), std::move(hint)};
  }

  Node Make(Node::Kind kind, size_t from) const {
    Node node;
    node.kind = kind;
    node.offset = static_cast<uint32_t>(from);
    node.length = static_cast<uint32_t>(std::max<size_t>(1, at_ - from));
    return node;
  }

  void SkipBlanks() {
    while (at_ < phrase_.size() && IsBlank(phrase_[at_])) ++at_;
  }

  bool Take(char c) {
    if (at_ >= phrase_.size() || phrase_[at_] != c) return false;
    ++at_;
    return true;
  }

  Node ParseChoice(int depth) {
    if (depth > kMaxPhraseDepth) Fail(at_, 1, "brackets are nested more than 40 deep");
    size_t from = at_;
    std::vector<Node> choices;
    do {
      choices.push_back(ParseSequence(depth));
    } while (Take('|'));
    if (choices.size() == 1) return std::move(choices.front());
    for (const Node& choice : choices) {
      if (choice.children.empty()) {
        Fail(choice.offset, 1, "one of the choices is empty", "write [x] for what may be missing");
      }
    }
    Node node = Make(Node::Kind::kChoice, from);
    node.children = std::move(choices);
    return node;
  }

  Node ParseSequence(int depth) {
    SkipBlanks();
    size_t from = at_;
    Node node = Make(Node::Kind::kSequence, from);
    while (true) {
      SkipBlanks();
      if (at_ >= phrase_.size() || std::string_view("|)]").find(phrase_[at_]) != std::string_view::npos) break;
      node.children.push_back(ParseElement(depth));
    }
    node.length = static_cast<uint32_t>(std::max<size_t>(1, at_ - from));
    return node;
  }

  Node ParseElement(int depth) {
    size_t from = at_;
    bool head = Take('@');
    bool negated = phrase_[std::min(at_, phrase_.size() - 1)] == '!' && NegationFollows();
    if (negated) ++at_;
    Node node = ParseAtom(depth);
    if (negated && node.kind != Node::Kind::kWord && node.kind != Node::Kind::kVerb &&
        node.kind != Node::Kind::kClass) {
      Fail(from, at_ - from, "“!” goes before a word or a class");
    }
    node.negated = negated;
    node.head = head;
    if (Take('*')) {
      Node repeat = Make(Node::Kind::kRepeat, from);
      repeat.children.push_back(std::move(node));
      return repeat;
    }
    return node;
  }

  // A "!" that stands before something is a negation, one that stands alone is a mark.
  bool NegationFollows() const {
    if (at_ + 1 >= phrase_.size()) return false;
    char next = phrase_[at_ + 1];
    return next == '{' || IsName(next) || static_cast<unsigned char>(next) >= 0x80;
  }

  Node ParseAtom(int depth) {
    size_t from = at_;
    if (at_ >= phrase_.size()) Fail(from, 1, "something is missing at the end");
    switch (phrase_[at_]) {
      case '(':
        return ParseGroup(depth);
      case '[': {
        ++at_;
        Node inner = ParseChoice(depth + 1);
        if (!Take(']')) Fail(from, 1, "this bracket is never closed", "add ]");
        if (inner.children.empty()) Fail(from, at_ - from, "nothing stands in these brackets");
        Node node = Make(Node::Kind::kOptional, from);
        node.children.push_back(std::move(inner));
        return node;
      }
      case '{':
        return ParseBraces();
      case '<':
        ++at_;
        return Take('<') ? Make(Node::Kind::kSentenceStart, from)
                         : Make(Node::Kind::kClauseStart, from);
      case '>':
        ++at_;
        return Take('>') ? Make(Node::Kind::kSentenceEnd, from)
                         : Make(Node::Kind::kClauseEnd, from);
      case '/':
        ++at_;
        return Make(Node::Kind::kBreak, from);
      case '~':
        ++at_;
        return Make(Node::Kind::kInsertion, from);
      case '*':
        Fail(from, 1, "“*” goes after a word, a class or a bracket");
      case '}':
        Fail(from, 1, "“}” closes nothing");
      case '\\':
        return ParseEscaped();
      default:
        return ParseWord();
    }
  }

  Node ParseGroup(int depth) {
    size_t from = at_++;
    size_t name_end = at_;
    while (name_end < phrase_.size() && IsName(phrase_[name_end])) ++name_end;
    std::string name;
    if (name_end > at_ && name_end < phrase_.size() && phrase_[name_end] == ':') {
      name = phrase_.substr(at_, name_end - at_);
      at_ = name_end + 1;
    }
    Node inner = ParseChoice(depth + 1);
    if (!Take(')')) Fail(from, 1, "this bracket is never closed", "add )");
    if (inner.children.empty()) Fail(from, at_ - from, "nothing stands in these brackets");
    if (name.empty()) return inner;
    Node node = Make(Node::Kind::kCapture, from);
    node.text = std::move(name);
    node.children.push_back(std::move(inner));
    return node;
  }

  Node ParseBraces() {
    size_t from = at_++;
    size_t close = phrase_.find('}', at_);
    if (close == std::string_view::npos) Fail(from, 1, "this brace is never closed", "add }");
    std::string_view inside = phrase_.substr(at_, close - at_);
    at_ = close + 1;
    if (inside == "gap" || inside.starts_with("gap:")) return ParseGap(from, inside);
    Node node = Make(Node::Kind::kClass, from);
    size_t tilde = inside.find('~');
    node.text = inside.substr(0, tilde);
    if (node.text.empty() || !std::ranges::all_of(node.text, IsName)) {
      Fail(from, at_ - from, "a class is written like {intensifier}: letters, digits and hyphens");
    }
    if (tilde != std::string_view::npos) {
      node.forms = Forms(inside.substr(tilde + 1), from + 1 + tilde + 1);
    }
    return node;
  }

  Node ParseGap(size_t from, std::string_view inside) {
    Node node = Make(Node::Kind::kGap, from);
    int limit = kDefaultGap;
    if (inside.size() > 3) {
      std::string_view digits = inside.substr(4);
      limit = 0;
      for (char c : digits) {
        if (c < '0' || c > '9' || limit > kMaxGap) limit = kMaxGap + 1;
        else limit = limit * 10 + (c - '0');
      }
      if (digits.empty() || limit < 1 || limit > kMaxGap) {
        Fail(from, at_ - from, "a gap holds 1 to 30 words", "write {gap:5}");
      }
    }
    node.limit = static_cast<uint8_t>(limit);
    return node;
  }

  uint8_t Forms(std::string_view names, size_t offset) {
    auto forms = ReadForms(names);
    if (auto* unknown = std::get_if<std::string>(&forms)) {
      Fail(offset, names.size(), "“" + *unknown + "” is no form of a verb",
           "the forms are base, s, past, part, ing and ed (past or part), joined by +");
    }
    return std::get<uint8_t>(forms);
  }

  Node Mark(size_t from, std::string_view mark) {
    Node node = Make(Node::Kind::kMark, from);
    node.text = mark;
    return node;
  }

  // `\[\[` is one word, as in the text.
  Node ParseEscaped() {
    const size_t from = at_;
    const std::string_view escaped = phrase_.substr(at_, 2);
    if (escaped.size() < 2) Fail(from, 1, "a mark is missing after the backslash");
    while (phrase_.substr(at_, 2) == escaped) at_ += 2;
    const bool bracket = escaped[1] == '[' || escaped[1] == ']';
    const size_t length = bracket && at_ - from > 2 ? 2 : 1;
    return Mark(from, std::string(length, escaped[1]));
  }

  Node ParseWord() {
    size_t from = at_;
    while (at_ < phrase_.size() && kSyntax.find(phrase_[at_]) == std::string_view::npos) ++at_;
    std::string_view run = phrase_.substr(from, at_ - from);
    if (run.starts_with('\'')) return Mark(from, run);
    // A mark may stand right after a word ("sorry,"): it is a word of its own.
    if (size_t mark = run.find_first_of(",.?!:;\"%"); mark == 0) {
      size_t past = std::min(run.find_first_not_of(run[0]), run.size());
      at_ = from + past;
      return Mark(from, run.starts_with("...") ? "..." : run.substr(0, 1));
    } else if (mark != std::string_view::npos &&
               !(run[mark] == '.' && mark + 1 < run.size()) && run[mark] != ':') {
      at_ = from + mark;
      run = run.substr(0, mark);
    }
    if (run == "-" || kMarks.find(run) != std::string_view::npos) return Mark(from, run);
    Node node = Make(Node::Kind::kWord, from);
    node.text = run;
    if (Take('~')) {
      node.kind = Node::Kind::kVerb;
      size_t forms_from = at_;
      while (at_ < phrase_.size() && (IsName(phrase_[at_]) || phrase_[at_] == '+')) ++at_;
      node.forms = Forms(phrase_.substr(forms_from, at_ - forms_from), forms_from);
      node.length = static_cast<uint32_t>(at_ - from);
    }
    return node;
  }

  std::string_view phrase_;
  size_t at_ = 0;
};

}  // namespace

std::variant<Node, PhraseError> ParsePhrase(std::string_view phrase) {
  try {
    Node root = Parser(phrase).Parse();
    if (root.kind != Node::Kind::kSequence) {
      Node sequence;
      sequence.length = static_cast<uint32_t>(phrase.size());
      sequence.children.push_back(std::move(root));
      root = std::move(sequence);
    }
    if (root.children.empty()) return PhraseError{0, 1, "this phrase is empty", ""};
    return root;
  } catch (PhraseError& error) {
    return std::move(error);
  }
}

}  // namespace amends::match
