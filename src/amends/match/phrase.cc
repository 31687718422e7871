#include "amends/match/phrase.h"

#include <algorithm>
#include <array>
#include <utility>

namespace amends::match {
namespace {

constexpr std::string_view kSyntax = "()[]{}|*~@\\<>/ \t\n";
constexpr std::string_view kMarks = ",.?!:;\"%";

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

bool IsName(char c) { return IsLetter(c) || IsDigit(c) || c == '-' || c == '_'; }

bool IsWide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// What a backslash may stand before.
bool IsAsciiMark(char c) { return c > ' ' && c < 0x7f && !IsLetter(c) && !IsDigit(c); }

size_t CountCharacters(std::string_view text) {
  return static_cast<size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

// Where the first mark stands that is no part of the word before it ("sorry,", but "e.g",
// "9:30", "1,000"); the length of the run if there is none.
size_t FindMark(std::string_view run) {
  for (size_t i = 0; i < run.size(); ++i) {
    if (kMarks.find(run[i]) == std::string_view::npos) continue;
    if (i > 0 && i + 1 < run.size()) {
      const char before = run[i - 1];
      const char after = run[i + 1];
      if (run[i] == ',' && IsDigit(before) && IsDigit(after)) continue;
      if ((run[i] == '.' || run[i] == ':') && (IsName(after) || IsWide(after))) continue;
    }
    return i;
  }
  return run.size();
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
    if (CountCharacters(phrase_) > kMaxPhraseLength) {
      Fail(0, 1, "this phrase is longer than 2,000 characters", "split it into several");
    }
    Node root = ParseChoice(0);
    if (at_ < phrase_.size()) FailUnopened();
    return root;
  }

 private:
  [[noreturn]] static void Fail(size_t offset, size_t length, std::string message,
                                std::string hint = "") {
    throw PhraseError{static_cast<uint32_t>(offset), static_cast<uint32_t>(length),
                      std::move(message), std::move(hint)};
  }

  [[noreturn]] void FailUnopened() const {
    Fail(at_, 1, std::string("“") + phrase_[at_] + "” closes nothing",
         "write a backslash before it if the mark itself is meant");
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
        Fail(choice.offset, 1, "one of the choices is empty",
             "write [x] for what may be missing");
      }
    }
    Node node = Make(Node::Kind::kChoice, from);
    node.children = std::move(choices);
    return node;
  }

  static bool EndsSequence(char c) { return c == '|' || c == ')' || c == ']'; }

  Node ParseSequence(int depth) {
    SkipBlanks();
    size_t from = at_;
    Node node = Make(Node::Kind::kSequence, from);
    while (true) {
      SkipBlanks();
      if (at_ >= phrase_.size() || EndsSequence(phrase_[at_])) break;
      node.children.push_back(ParseElement(depth));
    }
    node.length = static_cast<uint32_t>(std::max<size_t>(1, at_ - from));
    return node;
  }

  Node ParseElement(int depth) {
    size_t from = at_;
    bool head = Take('@');
    if (head && (at_ >= phrase_.size() || IsBlank(phrase_[at_]) || phrase_[at_] == '@' ||
                 EndsSequence(phrase_[at_]))) {
      Fail(from, 1, "“@” goes right before a word, a class or a bracket");
    }
    bool negated = phrase_[at_] == '!' && NegationFollows();
    if (negated) ++at_;
    Node node = ParseAtom(depth);
    if (negated && node.kind != Node::Kind::kWord && node.kind != Node::Kind::kVerb &&
        node.kind != Node::Kind::kClass) {
      Fail(from, at_ - from, "“!” goes before a word or a class",
           "write a blank after it if the mark itself is meant");
    }
    node.negated = negated;
    node.head = head;
    if (negated || head) {
      node.offset = static_cast<uint32_t>(from);
      node.length = static_cast<uint32_t>(at_ - from);
    }
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
    return next == '{' || next == '(' || next == '[' || IsName(next) || IsWide(next);
  }

  Node ParseAtom(int depth) {
    size_t from = at_;
    switch (phrase_[at_]) {
      case '(':
        return ParseGroup(depth);
      case '[':
        return ParseOptional(depth);
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
        FailUnopened();
      case '\\':
        return ParseEscaped();
      default:
        return ParseWord();
    }
  }

  // The inside of brackets and the mark that closes them.
  Node ParseInside(int depth, size_t from, char closing) {
    Node inner = ParseChoice(depth + 1);
    if (!Take(closing)) {
      Fail(from, 1, "this bracket is never closed", std::string("add ") + closing);
    }
    if (inner.children.empty()) {
      Fail(from, at_ - from, "nothing stands in these brackets");
    }
    return inner;
  }

  Node ParseOptional(int depth) {
    size_t from = at_++;
    Node inner = ParseInside(depth, from, ']');
    Node node = Make(Node::Kind::kOptional, from);
    node.children.push_back(std::move(inner));
    return node;
  }

  Node ParseGroup(int depth) {
    size_t from = at_++;
    size_t name_end = at_;
    while (name_end < phrase_.size() && IsName(phrase_[name_end])) ++name_end;
    std::string name;
    if (name_end < phrase_.size() && phrase_[name_end] == ':' && IsLetter(phrase_[at_])) {
      name = phrase_.substr(at_, name_end - at_);
      at_ = name_end + 1;
    }
    Node inner = ParseInside(depth, from, ')');
    if (name.empty()) return inner;
    Node node = Make(Node::Kind::kCapture, from);
    node.text = std::move(name);
    node.children.push_back(std::move(inner));
    return node;
  }

  Node ParseBraces() {
    size_t from = at_++;
    size_t close = phrase_.find('}', at_);
    if (close == std::string_view::npos)
      Fail(from, 1, "this brace is never closed", "add }");
    std::string_view inside = phrase_.substr(at_, close - at_);
    at_ = close + 1;
    if (inside == "gap" || inside.starts_with("gap:")) return ParseGap(from, inside);
    Node node = Make(Node::Kind::kClass, from);
    size_t tilde = inside.find('~');
    node.text = inside.substr(0, tilde);
    if (node.text.empty() || !std::ranges::all_of(node.text, IsName)) {
      Fail(from, at_ - from,
           "a class is written like {intensifier}: letters, digits and hyphens");
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
        if (c < '0' || c > '9' || limit > kMaxGap)
          limit = kMaxGap + 1;
        else
          limit = limit * 10 + (c - '0');
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
    size_t from = at_;
    std::string run;
    while (at_ + 1 < phrase_.size() && phrase_[at_] == '\\' &&
           (run.empty() || phrase_[at_ + 1] == run[0])) {
      run += phrase_[at_ + 1];
      at_ += 2;
    }
    if (run.empty() || !IsAsciiMark(run[0])) {
      Fail(from, 1, "a mark is missing after the backslash");
    }
    return Mark(from, run);
  }

  Node ParseWord() {
    size_t from = at_;
    while (at_ < phrase_.size() && kSyntax.find(phrase_[at_]) == std::string_view::npos) {
      ++at_;
    }
    std::string_view run = phrase_.substr(from, at_ - from);
    // A mark may stand right after a word ("sorry,"): it is a word of its own.
    size_t length = FindMark(run);
    if (length == 0) {
      bool final = run[0] == '!' || run[0] == '?';
      length =
          std::min(final ? run.find_first_not_of("!?") : run.find_first_not_of(run[0]),
                   run.size());
      at_ = from + length;
      return Mark(from, run.substr(0, length));
    }
    at_ = from + length;
    run = run.substr(0, length);
    if (run.starts_with('\'') || run.starts_with("’")) return Mark(from, run);
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
