#include "tests/support/oracle.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <re2/re2.h>

namespace amends::testing {

using match::Match;
using match::Node;
using match::Range;

// What a group of the expression stands for: a capture, or the head (-1).
struct Oracle::Phrase {
  uint32_t number = 0;
  uint32_t owner = 0;
  std::unique_ptr<RE2> expression;
  std::vector<int> groups;
  int signs = 0;

  void FindAll(const EncodedSentence& encoded, uint32_t offset,
               std::vector<Match>& found) const;
  Match Read(const EncodedSentence& encoded,
             std::span<const re2::StringPiece> parts) const;
};

struct Oracle::Class {
  std::set<uint32_t> words;  // of members that are one word, or a class of such
  std::string expression;    // of all members
  bool only_words = true;
  int signs = 0;
};

namespace {

const char* const kSigns = "[a-eop]*";
const char* const kMaybeOpening = "[a-eop]*C?";
// What a gap may begin with: behind an 'o' also with the first word of a clause.
const char* const kGapOpening = "(?:[a-e]*p[a-eop]*C?|[a-e]*(?:o[a-eop]*)?)";
// Where a phrase begins is as good as behind the sign of a boundary. Lazy, as all signs
// are, so that there is room for more of them.
const char* const kBeginning = "[a-eop]*?o";
constexpr uint32_t kLastShape = 0xFFE;
const char* const kNever = "[^\\x{0}-\\x{10FFFF}]";

bool IsWord(const WordLook& look) { return look.kind == WordLook::kWord; }

std::string LetterClass(const std::set<uint32_t>& letters, bool negated) {
  if (letters.empty()) return negated ? "." : kNever;
  std::string list;
  for (uint32_t letter : letters) list += Utf8(letter);
  return (negated ? "[^" : "[") + list + "]";
}

std::string Shapes() {
  return "[" + Utf8(ShapeLetter(0)) + "-" + Utf8(kLastShape) + "]*";
}

// One word with such a look and such a letter, behind what may stand before it.
std::string WordOf(const std::string& looks, const std::string& letter,
                   const char* before = kMaybeOpening) {
  return before + looks + Shapes() + letter;
}

const std::string& Untaken() {
  static const std::string looks =
      LooksWhere([](const WordLook& look) { return !look.taken; });
  return looks;
}

const std::string& UntakenWords() {
  static const std::string looks =
      LooksWhere([](const WordLook& look) { return !look.taken && IsWord(look); });
  return looks;
}

std::string GapWord() {
  return WordOf(LooksWhere([](const WordLook& look) {
                  return IsWord(look) || look.kind == WordLook::kMark ||
                         look.kind == WordLook::kWeakMark;
                }),
                ".", kGapOpening);
}

std::string AnyMark(const std::string& letter = ".") {
  return WordOf(LooksWhere([](const WordLook& look) { return !IsWord(look); }), letter);
}

std::string Sign(char sign, bool boundary) {
  return "[a-eop]*?" + std::string(1, sign) + "[a-eop]*?" + (boundary ? "o" : "p");
}

bool IsBuiltin(const std::string& name, const WordLook& look) {
  if (name == "word") return IsWord(look);
  if (name == "punct") return !IsWord(look);
  if (name == "number") return look.number;
  if (name == "Cap") return look.capital;
  if (name == "CAPS") return look.capitals;
  if (name == "quoted") return look.quoted;
  return name == "verbatim" && look.verbatim;
}

bool IsBuiltinName(const std::string& name) {
  for (const char* known :
       {"word", "punct", "number", "Cap", "CAPS", "quoted", "verbatim"}) {
    if (name == known) return true;
  }
  return false;
}

bool HasHead(const Node& node) {
  return node.head || std::ranges::any_of(node.children, HasHead);
}

bool HasGap(const Node& node) {
  return node.kind == Node::Kind::kGap || std::ranges::any_of(node.children, HasGap);
}

// Whether every match of the node holds a word.
bool IsRequired(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kWord:
    case Node::Kind::kMark:
    case Node::Kind::kVerb:
    case Node::Kind::kClass:
      return true;
    case Node::Kind::kSequence:
      return std::ranges::any_of(node.children, IsRequired);
    case Node::Kind::kChoice:
      return std::ranges::all_of(node.children, IsRequired);
    case Node::Kind::kCapture:
      return IsRequired(node.children[0]);
    default:
      return false;
  }
}

Node Parse(const std::string& phrase) {
  auto parsed = match::ParsePhrase(phrase);
  if (auto* error = std::get_if<match::PhraseError>(&parsed)) {
    throw std::invalid_argument(phrase + ": " + error->message);
  }
  return std::get<Node>(std::move(parsed));
}

}  // namespace

// Turns syntax trees into expressions.
class Oracle::Translator {
 public:
  explicit Translator(Oracle& oracle) : oracle_(oracle) {}

  // needs_head: the head of the phrase is in this node, or is its first required word.
  std::string Translate(const Node& node, bool needs_head) {
    if (needs_head && (node.head || IsLeaf(node))) {
      groups_.push_back(-1);
      return "(" + Bare(node, false) + ")";
    }
    return Bare(node, needs_head);
  }

  // The canonical words of a word as it is written in a phrase.
  std::vector<uint32_t> Letters(const Node& node) {
    // A word that begins with an apostrophe is an ending, as behind any word.
    const bool is_ending = node.text.starts_with('\'') || node.text.starts_with("’");
    std::vector<std::string> words =
        oracle_.analyzer_.Canonicalize(is_ending ? "x" + node.text : node.text);
    if (is_ending && words.size() > 1 && words[1] != "'") {
      words.erase(words.begin());
    } else if (is_ending) {
      words = oracle_.analyzer_.Canonicalize(node.text);
    }
    std::vector<uint32_t> letters;
    for (const std::string& word : words)
      letters.push_back(oracle_.letters_.Intern(word));
    return letters;
  }

  std::set<uint32_t> VerbLetters(const std::string& verb, uint8_t forms) {
    static constexpr std::pair<uint8_t, text::VerbForm> kForms[] = {
        {match::kBaseForm, text::VerbForm::kBase},
        {match::kThirdForm, text::VerbForm::kThird},
        {match::kPastForm, text::VerbForm::kPast},
        {match::kParticipleForm, text::VerbForm::kParticiple},
        {match::kIngForm, text::VerbForm::kIng}};
    std::set<uint32_t> letters;
    for (const auto& [bit, form] : kForms) {
      if ((forms & bit) == 0) continue;
      for (const std::string& spelling : oracle_.verbs_.Forms(verb, form)) {
        for (const std::string& word : oracle_.analyzer_.Canonicalize(spelling)) {
          letters.insert(oracle_.letters_.Intern(word));
        }
      }
    }
    return letters;
  }

  // The words of a member that is one word, or a class of such; none for any other.
  std::set<uint32_t> SingleWords(const Node& node) {
    if (node.negated) return {};
    switch (node.kind) {
      case Node::Kind::kSequence:
        if (node.children.size() == 1) return SingleWords(node.children[0]);
        return {};
      case Node::Kind::kVerb:
        return VerbLetters(oracle_.analyzer_.Canonicalize(node.text).at(0), node.forms);
      case Node::Kind::kClass: {
        if (IsBuiltinName(node.text)) return {};
        const Class& inner = oracle_.ClassOf(node.text, node.forms);
        return inner.only_words ? inner.words : std::set<uint32_t>();
      }
      case Node::Kind::kWord:
      case Node::Kind::kMark: {
        const std::vector<uint32_t> letters = Letters(node);
        return letters.size() == 1 ? std::set<uint32_t>{letters[0]}
                                   : std::set<uint32_t>();
      }
      default:
        return {};
    }
  }

  const std::vector<int>& groups() const { return groups_; }
  int signs() const { return signs_; }

 private:
  static bool IsLeaf(const Node& node) {
    return node.children.empty() && IsRequired(node);
  }

  std::string Bare(const Node& node, bool needs_head) {
    switch (node.kind) {
      case Node::Kind::kWord:
      case Node::Kind::kMark:
        return Word(node);
      case Node::Kind::kVerb: {
        const std::string base = oracle_.analyzer_.Canonicalize(node.text).at(0);
        return OneOf(VerbLetters(base, node.forms), node.negated);
      }
      case Node::Kind::kClass:
        return InClass(node);
      case Node::Kind::kGap:
        return fmt::format("(?:{}){{0,{}}}?", GapWord(), node.limit);
      case Node::Kind::kSequence:
        return Sequence(node, needs_head);
      case Node::Kind::kChoice:
        return Choice(node, needs_head);
      case Node::Kind::kOptional:
        return "(?:" + Translate(node.children[0], false) + ")?";
      case Node::Kind::kRepeat:
        return Repeat(node);
      case Node::Kind::kCapture:
        return Capture(node, needs_head);
      case Node::Kind::kInsertion:
        return fmt::format("(?:{}|{})?", Insertion(",", ","), Insertion("(", ")"));
      default:
        ++signs_;
        return Place(node.kind);
    }
  }

  static std::string OneOf(const std::set<uint32_t>& letters, bool negated) {
    return WordOf(negated ? UntakenWords() : Untaken(), LetterClass(letters, negated));
  }

  std::string Word(const Node& node) {
    std::string expression;
    for (uint32_t letter : Letters(node)) expression += OneOf({letter}, node.negated);
    return expression;
  }

  std::string InClass(const Node& node) {
    if (IsBuiltinName(node.text)) {
      return WordOf(LooksWhere([&](const WordLook& look) {
                      return !look.taken &&
                             (node.negated ? IsWord(look) && !IsBuiltin(node.text, look)
                                           : IsBuiltin(node.text, look));
                    }),
                    ".");
    }
    const Class& members = oracle_.ClassOf(node.text, node.forms);
    signs_ += members.signs;
    return members.only_words ? OneOf(members.words, node.negated) : members.expression;
  }

  std::string Sequence(const Node& node, bool needs_head) {
    const bool marked = HasHead(node);
    std::string expression;
    for (const Node& child : node.children) {
      const bool here = needs_head && (marked ? HasHead(child) : IsRequired(child));
      expression += Translate(child, here);
      if (here) needs_head = false;
    }
    return expression;
  }

  std::string Choice(const Node& node, bool needs_head) {
    const int before = signs_;
    int most = before;
    std::string expression;
    for (const Node& child : node.children) {
      signs_ = before;
      expression += (expression.empty() ? "(?:" : "|") + Translate(child, needs_head);
      most = std::max(most, signs_);
    }
    signs_ = most;
    return expression + ")";
  }

  std::string Repeat(const Node& node) {
    const int before = signs_;
    const std::string once = Translate(node.children[0], false);
    signs_ += 2 * (signs_ - before);
    return "(?:" + once + "){0,3}";
  }

  std::string Capture(const Node& node, bool needs_head) {
    auto name = std::ranges::find(names_, node.text);
    const auto number = static_cast<int>(name - names_.begin());
    if (name == names_.end()) names_.push_back(node.text);
    groups_.push_back(number);
    return "(" + Translate(node.children[0], needs_head) + ")";
  }

  std::string Place(Node::Kind kind) {
    switch (kind) {
      case Node::Kind::kSentenceStart:
        return Sign(kSentenceStartSign, true);
      case Node::Kind::kSentenceEnd:
        return Sign(kSentenceEndSign, false);
      case Node::Kind::kClauseStart:
        return Sign(kClauseStartSign, true);
      case Node::Kind::kClauseEnd:
        return Sign(kClauseEndSign, false);
      default:
        return "(?:" + AnyMark() + "){0,4}" + Sign(kClauseOpensSign, true);
    }
  }

  std::string Insertion(const char* opening, const char* closing) {
    const std::string weak =
        LooksWhere([](const WordLook& look) { return look.kind == WordLook::kWeakMark; });
    const std::string words = WordOf(LooksWhere(IsWord), ".");
    return WordOf(weak, Utf8(oracle_.letters_.Intern(opening))) + "(?:" + words +
           "){0,4}" + AnyMark(Utf8(oracle_.letters_.Intern(closing)));
  }

  Oracle& oracle_;
  std::vector<int> groups_;
  std::vector<std::string> names_;
  int signs_ = 0;
};

Oracle::Oracle(const std::vector<pack::ClassDef>& classes, const text::Analyzer& analyzer,
               const text::Verbs& verbs)
    : analyzer_(analyzer), verbs_(verbs) {
  for (const pack::ClassDef& definition : classes) {
    definitions_.emplace(definition.id, definition);
  }
}

Oracle::~Oracle() = default;

const Oracle::Class& Oracle::ClassOf(const std::string& id, uint8_t forms) {
  const std::string key = fmt::format("{}~{}", id, forms);
  if (const auto known = classes_.find(key); known != classes_.end())
    return known->second;
  const pack::ClassDef& definition = definitions_.at(id);
  Class made;
  if (!definition.shape.empty() && forms == match::kAllForms) {
    made.expression =
        "|" + WordOf(Untaken(), Utf8(ShapeLetter(shapes_.size())) + Shapes() + ".");
    shapes_.push_back(definition.shape);
  }
  for (const pack::Phrase& member : definition.any)
    AddMember(Parse(member.text), forms, made);
  Translator translator(*this);
  for (const std::string& verb : definition.verbs) {
    made.words.merge(translator.VerbLetters(verb, forms));
  }
  made.only_words = made.expression.empty();
  made.expression =
      "(?:" + WordOf(Untaken(), LetterClass(made.words, false)) + made.expression + ")";
  return classes_.emplace(key, std::move(made)).first->second;
}

void Oracle::AddMember(Node root, uint8_t forms, Class& made) {
  if (forms != match::kAllForms) {
    Node& only = root.children[0];
    only.forms &= forms;
    const bool has_forms =
        only.kind == Node::Kind::kVerb || only.kind == Node::Kind::kClass;
    if (root.children.size() != 1 || !has_forms || only.forms == 0) return;
    if (only.kind == Node::Kind::kClass && IsBuiltinName(only.text)) return;
  }
  Translator translator(*this);
  std::set<uint32_t> words = translator.SingleWords(root);
  if (!words.empty()) {
    made.words.merge(words);
    return;
  }
  const std::string expression = translator.Translate(root, false);
  made.expression += "|" + std::string(HasGap(root) ? kBeginning : "") + expression;
  made.signs = std::max(made.signs, translator.signs() + 1);
}

void Oracle::Add(const std::string& phrase, uint32_t owner) {
  Translator translator(*this);
  const std::string expression = translator.Translate(Parse(phrase), true);
  RE2::Options options;
  options.set_log_errors(false);
  options.set_dot_nl(true);
  options.set_max_mem(int64_t{64} << 20);
  auto made = std::make_unique<Phrase>();
  made->number = static_cast<uint32_t>(phrases_.size());
  made->owner = owner;
  made->expression = std::make_unique<RE2>(kBeginning + expression + kSigns, options);
  if (!made->expression->ok()) {
    throw std::length_error(phrase + ": " + made->expression->error());
  }
  made->groups = translator.groups();
  made->signs = translator.signs() + 1;
  phrases_.push_back(std::move(made));
}

EncodedSentence Oracle::EncodeFor(int signs, const text::Text& text,
                                  const text::Sentence& sentence,
                                  std::span<const uint8_t> taken) const {
  return Encode(text, sentence, taken, letters_, signs, [&](std::string_view form) {
    std::vector<size_t> shapes;
    for (size_t i = 0; i < shapes_.size(); ++i) {
      if (RE2::FullMatch(re2::StringPiece(form.data(), form.size()), shapes_[i])) {
        shapes.push_back(i);
      }
    }
    return shapes;
  });
}

// The shortest match from every start.
void Oracle::Phrase::FindAll(const EncodedSentence& encoded, uint32_t offset,
                             std::vector<Match>& found) const {
  const re2::StringPiece letters(encoded.letters);
  if (!expression->Match(letters, 0, letters.size(), RE2::UNANCHORED, nullptr, 0)) return;
  const auto words = static_cast<uint32_t>(encoded.ends.size());
  std::vector<re2::StringPiece> parts(groups.size() + 1);
  for (uint32_t start = 0; start < words; ++start) {
    const size_t from = encoded.places[start];
    if (!expression->Match(letters, from, letters.size(), RE2::ANCHOR_START, nullptr,
                           0)) {
      continue;
    }
    for (uint32_t end = start + 1; end <= words; ++end) {
      // The signs at the end belong to the match, what is behind them does not.
      const size_t to = encoded.letters.find_first_not_of(kAllSigns, encoded.places[end]);
      if (!expression->Match(letters, from, std::min(to, letters.size()),
                             RE2::ANCHOR_BOTH, parts.data(),
                             static_cast<int>(parts.size()))) {
        continue;
      }
      found.push_back(Read(encoded, parts));
      Match& match = found.back();
      match.words = {start + offset, end + offset};
      match.head += offset;
      for (Range& capture : match.captures) {
        if (capture.begin < capture.end) {
          capture = {capture.begin + offset, capture.end + offset};
        }
      }
      break;
    }
  }
}

// Head and captures, as places in the sentence. Of two groups of one name the later
// counts.
Match Oracle::Phrase::Read(const EncodedSentence& encoded,
                           std::span<const re2::StringPiece> parts) const {
  Match match;
  match.owner = owner;
  match.phrase = number;
  std::vector<const char*> begins(match.captures.size());
  for (size_t i = 0; i < groups.size(); ++i) {
    const re2::StringPiece& group = parts[i + 1];
    if (group.data() == nullptr) continue;
    const auto from = static_cast<size_t>(group.data() - encoded.letters.data());
    const Range range{encoded.WordsBefore(from),
                      encoded.WordsBefore(from + group.size())};
    if (groups[i] < 0) {
      match.head = range.begin;
      continue;
    }
    const auto capture = static_cast<size_t>(groups[i]);
    if (begins[capture] != nullptr && group.data() < begins[capture]) continue;
    begins[capture] = group.data();
    match.captures[capture] = range.begin < range.end ? range : Range();
  }
  return match;
}

std::vector<Match> Oracle::FindAll(const text::Text& text, const text::Sentence& sentence,
                                   std::span<const uint8_t> taken) const {
  std::map<int, EncodedSentence> encoded;  // by how often signs are repeated
  std::vector<Match> found;
  for (const auto& phrase : phrases_) {
    auto known = encoded.find(phrase->signs);
    if (known == encoded.end()) {
      EncodedSentence made = EncodeFor(phrase->signs, text, sentence, taken);
      known = encoded.emplace(phrase->signs, std::move(made)).first;
    }
    phrase->FindAll(known->second, sentence.begin, found);
  }
  return found;
}

// From left to right, each that overlaps none that counts.
std::vector<Match> Oracle::Settle(const text::Text& text, std::vector<Match> found) {
  std::ranges::sort(found, {}, [](const Match& match) {
    return std::tuple(match.owner, match.words.begin, match.phrase);
  });
  std::vector<Match> kept;
  for (const Match& match : found) {
    const text::Span span = text.SpanOf(match.words.begin, match.words.end);
    const bool overlaps = std::ranges::any_of(kept, [&](const Match& other) {
      return other.owner == match.owner &&
             text.SpanOf(other.words.begin, other.words.end).overlaps(span);
    });
    if (!overlaps) kept.push_back(match);
  }
  return kept;
}

}  // namespace amends::testing
