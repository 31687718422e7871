#include "amends/match/lexicon.h"

#include <algorithm>
#include <set>
#include <utility>

#include <re2/re2.h>

#include "amends/match/compiler.h"
#include "amends/pack/similar.h"

namespace amends::match {

using text::WordId;

struct Lexicon::Shapes {
  std::vector<std::unique_ptr<RE2>> expressions;
};

namespace {

constexpr int kMaxClassDepth = 64;

struct BuiltinName {
  std::string_view name;
  Builtin builtin;
};
constexpr BuiltinName kBuiltins[] = {
    {"word", Builtin::kAnyWord},   {"number", Builtin::kNumber},
    {"Cap", Builtin::kCap},        {"CAPS", Builtin::kCaps},
    {"quoted", Builtin::kQuoted},  {"verbatim", Builtin::kVerbatim},
    {"punct", Builtin::kPunctuation}};

constexpr std::pair<uint8_t, text::VerbForm> kForms[] = {
    {kBaseForm, text::VerbForm::kBase},
    {kThirdForm, text::VerbForm::kThird},
    {kPastForm, text::VerbForm::kPast},
    {kParticipleForm, text::VerbForm::kParticiple},
    {kIngForm, text::VerbForm::kIng}};

PhraseError Error(const Node& node, std::string message, std::string hint = "") {
  return {node.offset, node.length, std::move(message), std::move(hint)};
}

Part MakeSequence(std::vector<Part> children) {
  if (children.size() == 1) return std::move(children.front());
  Part part;
  part.children = std::move(children);
  return part;
}

Part MakeLeaf(Part::Kind kind, uint32_t arg) {
  Part part;
  part.kind = kind;
  part.arg = arg;
  return part;
}

bool Consumes(const Part& part) {
  switch (part.kind) {
    case Part::Kind::kGap:
    case Part::Kind::kOptional:
    case Part::Kind::kRepeat:
    case Part::Kind::kSign:
      return false;
    case Part::Kind::kSequence:
      return std::ranges::any_of(part.children, Consumes);
    case Part::Kind::kChoice:
      return std::ranges::all_of(part.children, Consumes);
    case Part::Kind::kCapture:
      return Consumes(part.children[0]);
    default:
      return true;
  }
}

// Marks the gaps that stand right behind a boundary, or behind it and optional parts only.
// `opens` says whether the place before part is such a place; the result, whether the one after is.
bool MarkGaps(Part& part, bool opens) {
  switch (part.kind) {
    case Part::Kind::kGap:
      part.opens = opens;
      return false;
    case Part::Kind::kSign:
      return part.sign == Op::kBreak || part.sign == Op::kClauseStart ||
             part.sign == Op::kSentenceStart || opens;
    case Part::Kind::kSequence:
      for (Part& child : part.children) opens = MarkGaps(child, opens);
      return opens;
    case Part::Kind::kChoice: {
      bool any = false;
      for (Part& child : part.children) any = MarkGaps(child, opens) || any;
      return any;
    }
    case Part::Kind::kOptional:
    case Part::Kind::kRepeat:
      return MarkGaps(part.children[0], opens) || opens;
    case Part::Kind::kCapture:
      return MarkGaps(part.children[0], opens);
    default:
      return false;
  }
}

bool HasHead(const Part& part) {
  return part.head || std::ranges::any_of(part.children, HasHead);
}

// Gives every alternative without a marked head its first required word as head.
bool GiveHead(Part& part) {
  if (part.head) return true;
  switch (part.kind) {
    case Part::Kind::kSequence:
      if (HasHead(part)) {
        for (Part& child : part.children) {
          if (HasHead(child)) return GiveHead(child);
        }
      }
      return std::ranges::any_of(part.children, GiveHead);
    case Part::Kind::kChoice: {
      if (!Consumes(part) && !HasHead(part)) return false;
      for (Part& child : part.children) GiveHead(child);
      return true;
    }
    case Part::Kind::kCapture:
      return GiveHead(part.children[0]);
    case Part::Kind::kGap:
    case Part::Kind::kOptional:
    case Part::Kind::kRepeat:
    case Part::Kind::kSign:
      return false;
    default:
      part.head = true;
      return true;
  }
}

}  // namespace

// Looks up the words and classes of one phrase.
class Compiler {
 public:
  Compiler(Lexicon& lexicon, std::vector<LexiconProblem>& problems, int depth)
      : lexicon_(lexicon), problems_(problems), depth_(depth) {}

  Program Compile(const Node& root, bool is_class) {
    Part part = Resolve(root);
    MarkGaps(part, true);
    if (!is_class) GiveHead(part);
    Program program = Assembler(lexicon_).Assemble(part, captures_);
    if (program.keys.empty()) {
      throw Error(root, "this phrase has no word that must be there",
                  "add a word or a class that every match contains");
    }
    return program;
  }

  Part Resolve(const Node& node) {
    Part part = ResolveBare(node);
    part.head = node.head;
    return part;
  }

  Lexicon::Meaning MeaningOf(const Node& node) {
    return MeaningOf(node, node.text, node.forms);
  }

  // The meaning of a class, compiled on first sight.
  Lexicon::Meaning MeaningOf(const Node& node, const std::string& name, uint8_t forms);

 private:
  Part ResolveBare(const Node& node);
  Part ResolveWord(const Node& node);
  Part ResolveClass(const Node& node);
  Part ResolveSequence(const Node& node);
  void ReadMember(const pack::Phrase& phrase, uint8_t forms, std::set<WordId>& words,
                  std::vector<std::pair<Part, const pack::Phrase*>>& phrases);
  Lexicon::Meaning CompileClass(const pack::ClassDef& definition, uint8_t forms);
  void AddForms(const std::string& verb, uint8_t forms, std::set<WordId>& words) const;
  uint32_t InternSet(const std::set<WordId>& words) const;

  Lexicon& lexicon_;
  std::vector<LexiconProblem>& problems_;
  int depth_;
  std::vector<std::string> captures_;
};

void Compiler::AddForms(const std::string& verb, uint8_t forms, std::set<WordId>& words) const {
  for (auto [bit, form] : kForms) {
    if ((forms & bit) == 0) continue;
    for (const std::string& spelling : lexicon_.verbs_.Forms(verb, form)) {
      for (const std::string& word : lexicon_.analyzer_.Canonicalize(spelling)) {
        words.insert(lexicon_.vocabulary_.Intern(word));
      }
    }
  }
}

uint32_t Compiler::InternSet(const std::set<WordId>& words) const {
  std::vector<WordId> sorted(words.begin(), words.end());
  auto [entry, is_new] =
      lexicon_.set_ids_.emplace(sorted, static_cast<uint32_t>(lexicon_.sets_.size()));
  if (is_new) lexicon_.sets_.push_back(std::move(sorted));
  return entry->second;
}

Part Compiler::ResolveWord(const Node& node) {
  std::vector<Part> parts;
  for (const std::string& word : lexicon_.analyzer_.Canonicalize(node.text)) {
    parts.push_back(MakeLeaf(Part::Kind::kWord, lexicon_.vocabulary_.Intern(word)));
  }
  if (parts.empty()) throw Error(node, "“" + node.text + "” holds no word");
  if (node.negated && parts.size() > 1) {
    throw Error(node, "“!” goes before one word", "“" + node.text + "” is read as several");
  }
  Part part = MakeSequence(std::move(parts));
  part.negated = node.negated;
  return part;
}

Part Compiler::ResolveClass(const Node& node) {
  Lexicon::Meaning meaning = MeaningOf(node);
  Part part;
  part.arg = meaning.arg;
  part.negated = node.negated;
  switch (meaning.kind) {
    case Lexicon::Meaning::Kind::kSet:
      part.kind = Part::Kind::kSet;
      break;
    case Lexicon::Meaning::Kind::kBuiltin:
      part.kind = Part::Kind::kBuiltin;
      break;
    case Lexicon::Meaning::Kind::kCall:
      if (node.negated) {
        throw Error(node, "“!” needs a class of single words",
                    "“" + node.text + "” has members of several words");
      }
      part.kind = Part::Kind::kCall;
      part.keys = meaning.keys;
      part.first = meaning.first;
      part.least = meaning.least;
      part.most = meaning.most;
      break;
  }
  return part;
}

Part Compiler::ResolveSequence(const Node& node) {
  Part part;
  bool ended = false;
  for (const Node& child : node.children) {
    Part resolved = Resolve(child);
    if (ended && Consumes(resolved)) {
      throw Error(child, "nothing can stand after the end of the sentence", "“>>” goes last");
    }
    if (child.kind == Node::Kind::kSentenceStart &&
        std::ranges::any_of(part.children, Consumes)) {
      throw Error(child, "nothing can stand before the start of the sentence", "“<<” goes first");
    }
    ended = ended || child.kind == Node::Kind::kSentenceEnd;
    part.children.push_back(std::move(resolved));
  }
  return part;
}

Part Compiler::ResolveBare(const Node& node) {
  auto sign = [](Op op) {
    Part part;
    part.kind = Part::Kind::kSign;
    part.sign = op;
    return part;
  };
  auto wrap = [&](Part::Kind kind) {
    Part part;
    part.kind = kind;
    for (const Node& child : node.children) part.children.push_back(Resolve(child));
    return part;
  };
  switch (node.kind) {
    case Node::Kind::kWord:
      return ResolveWord(node);
    case Node::Kind::kMark:
      return MakeLeaf(Part::Kind::kWord, lexicon_.vocabulary_.Intern(node.text));
    case Node::Kind::kVerb: {
      std::set<WordId> words;
      AddForms(node.text, node.forms, words);
      Part part = MakeLeaf(Part::Kind::kSet, InternSet(words));
      part.negated = node.negated;
      return part;
    }
    case Node::Kind::kClass:
      return ResolveClass(node);
    case Node::Kind::kGap: {
      Part part;
      part.kind = Part::Kind::kGap;
      part.limit = node.limit;
      return part;
    }
    case Node::Kind::kSequence:
      return ResolveSequence(node);
    case Node::Kind::kChoice:
      return wrap(Part::Kind::kChoice);
    case Node::Kind::kOptional:
      return wrap(Part::Kind::kOptional);
    case Node::Kind::kRepeat:
      return wrap(Part::Kind::kRepeat);
    case Node::Kind::kCapture: {
      auto known = std::ranges::find(captures_, node.text);
      auto number = static_cast<uint32_t>(known - captures_.begin());
      if (known == captures_.end()) captures_.push_back(node.text);
      if (captures_.size() > kMaxCaptures) throw Error(node, "a phrase has at most 8 captures");
      Part part = wrap(Part::Kind::kCapture);
      part.arg = number;
      return part;
    }
    case Node::Kind::kSentenceStart:
      return sign(Op::kSentenceStart);
    case Node::Kind::kSentenceEnd:
      return sign(Op::kSentenceEnd);
    case Node::Kind::kClauseStart:
      return sign(Op::kClauseStart);
    case Node::Kind::kClauseEnd:
      return sign(Op::kClauseEnd);
    case Node::Kind::kBreak:
      return sign(Op::kBreak);
    case Node::Kind::kInsertion:
      return sign(Op::kInsertion);
  }
  return {};
}

Lexicon::Meaning Compiler::MeaningOf(const Node& node, const std::string& name, uint8_t forms) {
  using Meaning = Lexicon::Meaning;
  for (const BuiltinName& builtin : kBuiltins) {
    if (builtin.name != name) continue;
    return {Meaning::Kind::kBuiltin, static_cast<uint32_t>(builtin.builtin), {}, 1, 1};
  }
  std::string key = name + "~" + std::to_string(forms);
  if (auto known = lexicon_.meanings_.find(key); known != lexicon_.meanings_.end()) {
    if (known->second.most == 0) {
      throw Error(node, "the class “" + name + "” contains itself",
                  "take one of the classes out of the circle");
    }
    return known->second;
  }
  auto definition = lexicon_.definitions_.find(name);
  if (definition == lexicon_.definitions_.end()) {
    std::vector<std::string> names = lexicon_.ClassIds();
    throw Error(node, "there is no class “" + name + "”", pack::DidYouMean(name, names));
  }
  if (depth_ >= kMaxClassDepth) throw Error(node, "classes are nested more than 64 deep");
  lexicon_.meanings_[key].most = 0;  // under way: seeing it again is a circle
  Compiler inner(lexicon_, problems_, depth_ + 1);
  return lexicon_.meanings_[key] = inner.CompileClass(*definition->second, forms);
}

// One member of a class: a word, another class of words, or a phrase.
void Compiler::ReadMember(const pack::Phrase& phrase, uint8_t forms, std::set<WordId>& words,
                          std::vector<std::pair<Part, const pack::Phrase*>>& phrases) {
  auto parsed = ParsePhrase(phrase.text);
  if (auto* error = std::get_if<PhraseError>(&parsed)) throw *error;
  Node& root = std::get<Node>(parsed);
  if (forms != kAllForms) {
    // Only what has forms belongs to a class in one form: verbs, and classes of verbs.
    if (root.children.size() != 1) return;
    Node& only = root.children[0];
    if (only.kind != Node::Kind::kVerb && only.kind != Node::Kind::kClass) return;
    only.forms = forms;
  }
  Part part = Resolve(root);
  if (!captures_.empty()) throw Error(root, "a member of a class holds no captures");
  const Part* single = &part;
  while (single->kind == Part::Kind::kSequence && single->children.size() == 1) {
    single = &single->children[0];
  }
  if (single->kind == Part::Kind::kWord && !single->negated) {
    words.insert(single->arg);
  } else if (single->kind == Part::Kind::kSet && !single->negated) {
    const auto& members = lexicon_.sets_[single->arg];
    words.insert(members.begin(), members.end());
  } else {
    MarkGaps(part, true);
    phrases.emplace_back(std::move(part), &phrase);
  }
}

Lexicon::Meaning Compiler::CompileClass(const pack::ClassDef& definition, uint8_t forms) {
  using Meaning = Lexicon::Meaning;
  std::set<WordId> words;
  std::vector<std::pair<Part, const pack::Phrase*>> phrases;
  for (const pack::Phrase& phrase : definition.any) {
    try {
      ReadMember(phrase, forms, words, phrases);
    } catch (const PhraseError& error) {
      if (forms == kAllForms) problems_.push_back({phrase.origin, error});
    }
  }
  for (const std::string& verb : definition.verbs) AddForms(verb, forms, words);
  Part all;
  all.kind = Part::Kind::kChoice;
  if (!definition.shape.empty() && forms == kAllForms) {
    auto expression = std::make_unique<RE2>(definition.shape, RE2::Quiet);
    if (expression->ok()) {
      lexicon_.shapes_->expressions.push_back(std::move(expression));
      all.children.push_back(MakeLeaf(Part::Kind::kShape,
          static_cast<uint32_t>(lexicon_.shapes_->expressions.size() - 1)));
    } else {
      problems_.push_back({definition.origin,
                           {0, 1, "the shape is no regular expression: " + expression->error(),
                            "see the syntax of RE2"}});
    }
  }
  if (phrases.empty() && all.children.empty()) {
    if (words.empty() && forms == kAllForms) {
      problems_.push_back({definition.origin, {0, 1, "this class has no members", ""}});
    }
    return {Meaning::Kind::kSet, InternSet(words), {}, 1, 1};
  }
  if (!words.empty()) {
    all.children.insert(all.children.begin(), MakeLeaf(Part::Kind::kSet, InternSet(words)));
  }
  for (auto& [part, phrase] : phrases) all.children.push_back(std::move(part));
  Meaning meaning;
  try {
    Program program = Assembler(lexicon_).Assemble(MakeSequence({std::move(all)}), {});
    meaning = {Meaning::Kind::kCall, static_cast<uint32_t>(lexicon_.programs_.size()),
               program.keys, program.least, program.most, program.first};
    lexicon_.programs_.push_back(std::move(program));
  } catch (const PhraseError& error) {
    problems_.push_back({definition.origin, error});
    meaning = {Meaning::Kind::kSet, InternSet({}), {}, 1, 1};
  }
  return meaning;
}

Lexicon::Lexicon(const std::vector<pack::ClassDef>& classes, const text::Analyzer& analyzer,
                 const text::Verbs& verbs, text::Vocabulary& vocabulary,
                 const std::vector<std::string>& frequent,
                 std::vector<LexiconProblem>& problems)
    : analyzer_(analyzer),
      verbs_(verbs),
      vocabulary_(vocabulary),
      shapes_(std::make_unique<Shapes>()) {
  for (size_t rank = 0; rank < frequent.size(); ++rank) {
    WordId word = vocabulary_.Intern(frequent[rank]);
    if (word >= frequency_.size()) frequency_.resize(word + 1);
    frequency_[word] = 0.06 / static_cast<double>(rank + 1);
  }
  for (const pack::ClassDef& definition : classes) definitions_.emplace(definition.id, &definition);
  for (const pack::ClassDef& definition : classes) {
    Node reference;
    try {
      Compiler(*this, problems, 0).MeaningOf(reference, definition.id, kAllForms);
    } catch (const PhraseError& error) {
      problems.push_back({definition.origin, error});
    }
  }
}

Lexicon::~Lexicon() = default;

double Lexicon::Frequency(WordId word) const {
  constexpr double kRare = 0.0001;
  return word < frequency_.size() && frequency_[word] > 0 ? frequency_[word] : kRare;
}

std::optional<Program> Lexicon::Compile(const pack::Phrase& phrase,
                                        std::vector<LexiconProblem>& problems) {
  try {
    auto parsed = ParsePhrase(phrase.text);
    if (auto* error = std::get_if<PhraseError>(&parsed)) throw *error;
    return Compiler(*this, problems, 0).Compile(std::get<Node>(parsed), false);
  } catch (const PhraseError& error) {
    problems.push_back({phrase.origin, error});
    return std::nullopt;
  }
}

void Lexicon::Freeze() {
  word_count_ = vocabulary_.size();
  row_length_ = (sets_.size() + 63) / 64;
  rows_.assign(word_count_ * row_length_, 0);
  for (size_t set = 0; set < sets_.size(); ++set) {
    for (WordId word : sets_[set]) rows_[word * row_length_ + (set >> 6)] |= 1ULL << (set & 63);
  }
}

bool Lexicon::HasClass(std::string_view id) const { return definitions_.contains(id); }

std::vector<std::string> Lexicon::ClassIds() const {
  std::vector<std::string> ids;
  for (const auto& [id, definition] : definitions_) ids.push_back(id);
  for (const BuiltinName& builtin : kBuiltins) ids.emplace_back(builtin.name);
  return ids;
}

bool Lexicon::HasShape(std::string_view canonical, uint32_t shape) const {
  return RE2::FullMatch(re2::StringPiece(canonical.data(), canonical.size()),
                        *shapes_->expressions[shape]);
}

}  // namespace amends::match
