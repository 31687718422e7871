#include "amends/match/compiler.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "amends/match/assembler.h"
#include "amends/match/outline.h"
#include "amends/match/shapes.h"
#include "amends/pack/similar.h"

namespace amends::match {
namespace {

using text::WordId;

constexpr int kMaxClassDepth = 20;

constexpr std::pair<uint8_t, text::VerbForm> kForms[] = {
    {kBaseForm, text::VerbForm::kBase},
    {kThirdForm, text::VerbForm::kThird},
    {kPastForm, text::VerbForm::kPast},
    {kParticipleForm, text::VerbForm::kParticiple},
    {kIngForm, text::VerbForm::kIng}};

PhraseError Error(const Node& node, std::string message, std::string hint = "") {
  return {node.offset, node.length, std::move(message), std::move(hint)};
}

Part MakeLeaf(Part::Kind kind, uint32_t arg) {
  Part part;
  part.kind = kind;
  part.arg = arg;
  return part;
}

Part MakeSign(Op sign) {
  Part part;
  part.kind = Part::Kind::kSign;
  part.sign = sign;
  return part;
}

PhraseError TooDeep(const Node& node) {
  return Error(node, "classes stand more than 20 deep inside one another");
}

// What stands alone in a sequence, however often that stands alone in another.
const Part& Innermost(const Part& part) {
  const Part* inner = &part;
  while (inner->kind == Part::Kind::kSequence && inner->children.size() == 1) {
    inner = &inner->children[0];
  }
  return *inner;
}

}  // namespace

Program Compiler::Compile(const Node& root) {
  Part part = Resolve(root);
  MarkGaps(part);
  GiveHead(part);
  const Outline outline = OutlineOf(part, lexicon_);
  if (outline.keys.empty()) {
    throw Error(root, "this phrase has no word that must be there",
                "add a word or a class that every match contains");
  }
  Program program = Assembler(lexicon_).Assemble(part, outline);
  program.captures = std::move(captures_);
  program.anchor = AnchorOf(part);
  if (!outline.opening.anything) {
    program.first = lexicon_.groups().Intern(outline.opening.group);
  }
  return program;
}

Part Compiler::Resolve(const Node& node) {
  Part part = ResolveBare(node);
  if (node.head && !Consumes(part)) {
    throw Error(node, "“@” goes before a word that must be there");
  }
  if (node.head && HasHead(part)) {
    throw Error(node, "there is a second “@” inside", "a match has one head");
  }
  part.head = node.head;
  return part;
}

void Compiler::AddForms(const std::string& verb, uint8_t forms,
                        std::set<WordId>& words) const {
  for (auto [bit, form] : kForms) {
    if ((forms & bit) == 0) continue;
    for (const std::string& spelling : lexicon_.verbs_.Forms(verb, form)) {
      for (const std::string& word : lexicon_.analyzer_.Canonicalize(spelling)) {
        words.insert(lexicon_.vocabulary_.Intern(word));
      }
    }
  }
}

uint32_t Compiler::Intern(const std::set<WordId>& words) const {
  return lexicon_.InternSet({words.begin(), words.end()});
}

Part Compiler::ResolveWords(const Node& node, std::span<const std::string> words) const {
  if (words.empty()) throw Error(node, "“" + node.text + "” holds no word");
  if (node.negated && words.size() > 1) {
    throw Error(node, "“!” goes before one word",
                "“" + node.text + "” is read as several");
  }
  Part part;
  for (const std::string& word : words) {
    part.children.push_back(
        MakeLeaf(Part::Kind::kWord, lexicon_.vocabulary_.Intern(word)));
  }
  if (words.size() == 1) part = Part(part.children[0]);
  part.negated = node.negated;
  return part;
}

Part Compiler::ResolveWord(const Node& node) const {
  return ResolveWords(node, lexicon_.analyzer_.Canonicalize(node.text));
}

// `'s` and `'ve` are endings: they are read behind a word.
Part Compiler::ResolveMark(const Node& node) const {
  const std::vector<std::string> ending =
      lexicon_.analyzer_.Canonicalize("x" + node.text);
  const bool is_ending = ending.size() > 1 && ending[0] == "x" && ending[1] != "'";
  if (is_ending && (node.text.starts_with('\'') || node.text.starts_with("’"))) {
    return ResolveWords(node, std::span(ending).subspan(1));
  }
  return ResolveWord(node);
}

Part Compiler::ResolveVerb(const Node& node) const {
  const std::vector<std::string> base = lexicon_.analyzer_.Canonicalize(node.text);
  if (base.size() != 1) {
    throw Error(node, "“~” goes behind one word",
                "“" + node.text + "” is read as several");
  }
  std::set<WordId> words;
  AddForms(base[0], node.forms, words);
  Part part = MakeLeaf(Part::Kind::kSet, Intern(words));
  part.negated = node.negated;
  return part;
}

Part Compiler::ResolveClass(const Node& node) {
  const Lexicon::Meaning meaning = MeaningOf(node, node.text, node.forms);
  inner_depth_ = std::max(inner_depth_, meaning.depth);
  Part part = MakeLeaf(Part::Kind::kSet, meaning.arg);
  part.negated = node.negated;
  switch (meaning.kind) {
    case Lexicon::Meaning::Kind::kSet:
      break;
    case Lexicon::Meaning::Kind::kBuiltin:
      part.kind = Part::Kind::kBuiltin;
      break;
    case Lexicon::Meaning::Kind::kCall:
      if (node.negated) {
        throw Error(node, "“!” goes before a class of single words",
                    "“" + node.text + "” has members that are more than a word");
      }
      part.kind = Part::Kind::kCall;
      break;
  }
  return part;
}

Part Compiler::ResolveSequence(const Node& node) {
  Part part;
  bool ended = false;
  bool headed = false;
  for (const Node& child : node.children) {
    Part resolved = Resolve(child);
    if (ended && Consumes(resolved)) {
      throw Error(child, "nothing can stand after the end of the sentence",
                  "“>>” goes last");
    }
    if (child.kind == Node::Kind::kSentenceStart &&
        std::ranges::any_of(part.children, Consumes)) {
      throw Error(child, "nothing can stand before the start of the sentence",
                  "“<<” goes first");
    }
    if (headed && HasHead(resolved)) {
      throw Error(child, "this is the second “@”", "a match has one head");
    }
    headed = headed || HasHead(resolved);
    ended = ended || child.kind == Node::Kind::kSentenceEnd;
    part.children.push_back(std::move(resolved));
  }
  return part;
}

Part Compiler::ResolveChoice(const Node& node) {
  Part part;
  part.kind = Part::Kind::kChoice;
  for (const Node& child : node.children) part.children.push_back(Resolve(child));
  if (HasHead(part) && !Consumes(part)) {
    throw Error(node, "“@” stands in a choice that may hold no word",
                "each alternative needs a word that must be there");
  }
  return part;
}

// What may be missing, or come several times.
Part Compiler::ResolveLoose(const Node& node) {
  Part part;
  part.kind =
      node.kind == Node::Kind::kOptional ? Part::Kind::kOptional : Part::Kind::kRepeat;
  part.children.push_back(Resolve(node.children[0]));
  if (HasHead(part)) throw Error(node, "“@” stands in what may be missing");
  return part;
}

Part Compiler::ResolveCapture(const Node& node) {
  if (std::ranges::find(open_captures_, node.text) != open_captures_.end()) {
    throw Error(node, "the capture “" + node.text + "” stands inside itself");
  }
  const auto known = std::ranges::find(captures_, node.text);
  Part part =
      MakeLeaf(Part::Kind::kCapture, static_cast<uint32_t>(known - captures_.begin()));
  if (known == captures_.end()) captures_.push_back(node.text);
  if (captures_.size() > kMaxCaptures)
    throw Error(node, "a phrase has at most 8 captures");
  open_captures_.push_back(node.text);
  part.children.push_back(Resolve(node.children[0]));
  open_captures_.pop_back();
  return part;
}

Part Compiler::ResolveBare(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kWord:
      return ResolveWord(node);
    case Node::Kind::kMark:
      return ResolveMark(node);
    case Node::Kind::kVerb:
      return ResolveVerb(node);
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
      return ResolveChoice(node);
    case Node::Kind::kOptional:
    case Node::Kind::kRepeat:
      return ResolveLoose(node);
    case Node::Kind::kCapture:
      return ResolveCapture(node);
    case Node::Kind::kSentenceStart:
      return MakeSign(Op::kSentenceStart);
    case Node::Kind::kSentenceEnd:
      return MakeSign(Op::kSentenceEnd);
    case Node::Kind::kClauseStart:
      return MakeSign(Op::kClauseStart);
    case Node::Kind::kClauseEnd:
      return MakeSign(Op::kClauseEnd);
    case Node::Kind::kBreak:
      return MakeSign(Op::kBreak);
    case Node::Kind::kInsertion:
      return MakeSign(Op::kInsertion);
  }
  return {};
}

Lexicon::Meaning Compiler::MeaningOf(const Node& node, const std::string& name,
                                     uint8_t forms) {
  using Meaning = Lexicon::Meaning;
  for (const auto& [builtin_name, builtin] : kBuiltins) {
    if (builtin_name != name) continue;
    if (forms != kAllForms) throw Error(node, "{" + name + "} has no forms of a verb");
    return {Meaning::Kind::kBuiltin, static_cast<uint32_t>(builtin), 0, true};
  }
  const auto definition = lexicon_.definitions_.find(name);
  if (definition == lexicon_.definitions_.end()) {
    const std::vector<std::string> names = lexicon_.ClassIds();
    throw Error(node, "there is no class “" + name + "”", pack::DidYouMean(name, names));
  }
  const std::string key = name + "~" + std::to_string(forms);
  auto known = lexicon_.meanings_.find(key);
  if (known == lexicon_.meanings_.end()) {
    if (depth_ >= kMaxClassDepth) throw TooDeep(node);
    lexicon_.meanings_[key] = {};
    Compiler inner(lexicon_, problems_, depth_ + 1);
    const Meaning meaning = inner.CompileClass(*definition->second, forms);
    known = lexicon_.meanings_.insert_or_assign(key, meaning).first;
  } else if (!known->second.ready) {
    throw Error(node, "the class “" + name + "” contains itself",
                "take one of the classes out of the circle");
  }
  const Meaning meaning = known->second;
  if (depth_ + meaning.depth > kMaxClassDepth) throw TooDeep(node);
  const bool empty =
      meaning.kind == Meaning::Kind::kSet && lexicon_.Set(meaning.arg).empty();
  if (empty && forms != kAllForms) {
    throw Error(node, "the class “" + name + "” has no verb in this form");
  }
  return meaning;
}

// One member of a class: a word, a class of words, or a phrase.
void Compiler::ReadMember(const pack::Phrase& phrase, uint8_t forms, Members& members) {
  auto parsed = ParsePhrase(phrase.text);
  if (auto* error = std::get_if<PhraseError>(&parsed)) throw *error;
  Node& root = std::get<Node>(parsed);
  if (forms != kAllForms) {
    // Only what has forms belongs to a class in one form: verbs, and classes of verbs.
    if (root.children.size() != 1) return;
    Node& only = root.children[0];
    if (only.kind != Node::Kind::kVerb && only.kind != Node::Kind::kClass) return;
    only.forms &= forms;
    if (only.forms == 0) return;
  }
  Part part = Resolve(root);
  if (!captures_.empty()) throw Error(root, "a member of a class holds no captures");
  if (HasHead(part)) throw Error(root, "a member of a class has no “@”");
  if (!Consumes(part)) {
    throw Error(root, "a member of a class needs a word that must be there");
  }
  const Part& single = Innermost(part);
  if (single.kind == Part::Kind::kWord && !single.negated) {
    members.words.insert(single.arg);
  } else if (single.kind == Part::Kind::kSet && !single.negated) {
    const std::vector<WordId>& words = lexicon_.Set(single.arg);
    members.words.insert(words.begin(), words.end());
  } else {
    MarkGaps(part);
    members.phrases.push_back(std::move(part));
  }
}

void Compiler::AddShape(const pack::ClassDef& definition, Part& all) {
  std::string wrong = lexicon_.shapes_->Add(definition.shape);
  if (wrong.empty()) {
    all.children.push_back(MakeLeaf(Part::Kind::kShape, lexicon_.shapes_->size() - 1));
  } else {
    problems_.push_back({definition.origin,
                         {0, 1, "the shape is no regular expression: " + std::move(wrong),
                          "see the syntax of RE2"}});
  }
}

Lexicon::Meaning Compiler::CompileClass(const pack::ClassDef& definition, uint8_t forms) {
  Members members;
  const bool bare =
      definition.any.empty() && definition.verbs.empty() && definition.shape.empty();
  if (bare && !definition.open && forms == kAllForms) {
    problems_.push_back({definition.origin, {0, 1, "this class has no members", ""}});
  }
  for (const pack::Phrase& phrase : definition.any) {
    captures_.clear();
    open_captures_.clear();
    try {
      ReadMember(phrase, forms, members);
    } catch (const PhraseError& error) {
      if (forms == kAllForms) problems_.push_back({phrase.origin, error});
    }
  }
  for (const std::string& verb : definition.verbs) AddForms(verb, forms, members.words);
  Part all;
  all.kind = Part::Kind::kChoice;
  if (!members.words.empty()) {
    all.children.push_back(MakeLeaf(Part::Kind::kSet, Intern(members.words)));
  }
  if (!definition.shape.empty() && forms == kAllForms) AddShape(definition, all);
  std::ranges::move(members.phrases, std::back_inserter(all.children));
  const bool only_words = all.children.size() == (members.words.empty() ? 0 : 1);
  if (only_words) {
    return {Lexicon::Meaning::Kind::kSet, Intern(members.words), inner_depth_ + 1, true};
  }
  try {
    Outline outline = OutlineOf(all, lexicon_);
    Program program = Assembler(lexicon_).Assemble(all, outline);
    program.keys.clear();
    if (!outline.opening.anything) {
      program.opening = lexicon_.InternSet(outline.opening.group.words);
      program.opening_builtins = outline.opening.group.builtins;
    }
    lexicon_.programs_.push_back(std::move(program));
    lexicon_.outlines_.push_back(std::move(outline));
  } catch (const PhraseError& error) {
    problems_.push_back({definition.origin, error});
    return {Lexicon::Meaning::Kind::kSet, Intern({}), inner_depth_ + 1, true};
  }
  return {Lexicon::Meaning::Kind::kCall,
          static_cast<uint32_t>(lexicon_.programs_.size() - 1), inner_depth_ + 1, true};
}

}  // namespace amends::match
