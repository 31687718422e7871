#include "amends/text/word_table.h"

#include <algorithm>
#include <cstring>

namespace amends::text {
namespace {

struct NamedFlag {
  std::string_view name;
  uint64_t flag;
};

// The lists of Tables::clause_words.
constexpr NamedFlag kLists[] = {
    {"subject_pronouns", kSubjectPronoun},
    {"other_pronouns", kOtherPronoun},
    {"feelings", kFeeling},
    {"asides", kAside},
    {"adverbs", kAdverb},
    {"interjections", kInterjection},
    {"vocatives", kVocative},
    {"time_nouns", kTimeNoun},
    {"team_nouns", kTeamNoun},
    {"opener_modifiers", kOpenerModifier},
    {"elliptic", kElliptic},
    {"relatives", kRelative},
    {"question_words", kQuestionWord},
    {"before_but", kBeforeBut},
    {"adjectives", kAdjective},
    {"not_verbs", kNotVerb},
    {"numerals", kNumeral},
    {"modals", kModal},
    {"not_adverbs", kNotAdverb},
    {"polite", kPoliteMarker},
    {"object_pronouns", kObjectPronoun},
};

// The lists of lemmas: every form of the verb has the flag.
constexpr NamedFlag kVerbLists[] = {{"sayings", kSaying}, {"causatives", kCausative}};

// Words that the grammar names one by one.
constexpr NamedFlag kSingleWords[] = {
    {"and", kAnd},        {"or", kAnd},
    {"nor", kAnd},        {"but", kBut},
    {"that", kThat},      {"to", kTo},
    {"not", kNot},        {"i", kFirstPerson},
    {"we", kFirstPlural}, {"you", kSecondPerson},
    {"do", kDo},          {"does", kDo},
    {"did", kDo},         {"have", kHave},
    {"has", kHave},       {"had", kHave},
    {"our", kOur},        {"'s", kIs},
    {"'d", kIs},          {"as", kAs},
    {"of", kOf},          {"be", kBe},
    {"for", kFor},        {"this", kUnclear},
    {"that", kUnclear},   {"these", kUnclear},
    {"those", kUnclear},  {"these", kPlural},
    {"those", kPlural},
};

constexpr struct {
  VerbForm form;
  uint64_t flag;
} kFormFlags[] = {{VerbForm::kBase, kVerbBase},
                  {VerbForm::kThird, kVerbThird},
                  {VerbForm::kPast, kVerbPast},
                  {VerbForm::kParticiple, kVerbParticiple},
                  {VerbForm::kIng, kVerbIng}};

constexpr size_t kFirstSize = 16384;

uint64_t Load(const char* from, size_t length) {
  uint64_t bytes = 0;
  if (length >= 8) {
    std::memcpy(&bytes, from, 8);
  } else if (length >= 4) {
    uint32_t low;
    uint32_t high;
    std::memcpy(&low, from, 4);
    std::memcpy(&high, from + length - 4, 4);
    bytes = low | (static_cast<uint64_t>(high) << (8 * (length - 4)));
  } else {
    for (size_t i = 0; i < length; ++i) {
      bytes |= static_cast<uint64_t>(static_cast<unsigned char>(from[i])) << (8 * i);
    }
  }
  return bytes;
}

// The first and the last eight bytes; words of one length that differ only between them
// meet in one slot, which costs a comparison.
uint64_t Hash(std::string_view form) {
  const uint64_t head = Load(form.data(), form.size());
  if (form.size() <= 8) return head;
  return head ^ (Load(form.data() + form.size() - 8, 8) * 0x9E3779B97F4A7C15u);
}

size_t SlotOf(uint64_t hash) {
  return static_cast<size_t>((hash * 0xD6E8FEB86659FD93u) >> 40);
}

}  // namespace

WordTable::WordTable(const Tables& tables, const Verbs& verbs, Vocabulary& vocabulary)
    : vocabulary_(&vocabulary),
      hashes_(kFirstSize),
      entries_(kFirstSize),
      forms_(kFirstSize) {
  const std::pair<const std::vector<std::string>*, uint64_t> lists[] = {
      {&tables.subordinators, kSubordinator}, {&tables.joiners, kJoiner},
      {&tables.prepositions, kPreposition},   {&tables.determiners, kDeterminer},
      {&tables.auxiliaries, kAuxiliary},      {&tables.titles, kTitle},
      {&tables.first_names, kFirstName},      {&tables.abbreviations, kAbbreviation},
      {&tables.frequent, kFrequent},
  };
  for (const auto& [words, flag] : lists) {
    for (const std::string& word : *words) Intern(word, flag);
  }
  for (const NamedFlag& word : kSingleWords) Intern(word.name, word.flag);
  AddVerbs(tables, verbs);
  AddClauseWords(tables, verbs);
  AddVocabulary(vocabulary);
  for (const auto& [from, to] : tables.spelling) Put(Intern(from, 0), Intern(to, 0), -1);
  for (const Contraction& contraction : tables.contractions) {
    Opening opening;
    for (const std::string& word : contraction.to) opening.to.push_back(Intern(word, 0));
    for (const std::string& word : contraction.next) {
      opening.next.push_back(Intern(word, 0));
    }
    std::ranges::sort(opening.next);
    const WordId form = Intern(contraction.from, 0);
    Put(form, form, static_cast<int32_t>(openings_.size()));
    openings_.push_back(std::move(opening));
  }
  AddVocabulary(vocabulary);
}

void WordTable::AddVerbs(const Tables& tables, const Verbs& verbs) {
  const auto add = [&](const std::string& base) {
    for (const auto& [form, flag] : kFormFlags) {
      for (const std::string& word : verbs.Forms(base, form)) Intern(word, flag);
    }
  };
  for (const IrregularVerb& verb : tables.irregular_verbs) add(verb.base);
  for (const std::string& base : tables.verbs) add(base);
}

void WordTable::AddClauseWords(const Tables& tables, const Verbs& verbs) {
  for (const auto& [name, words] : tables.clause_words) {
    for (const NamedFlag& list : kLists) {
      if (list.name != name) continue;
      for (const std::string& word : words) Intern(word, list.flag);
    }
    for (const NamedFlag& list : kVerbLists) {
      if (list.name != name) continue;
      for (const std::string& base : words) {
        for (const auto& [form, flag] : kFormFlags) {
          for (const std::string& word : verbs.Forms(base, form)) Intern(word, list.flag);
        }
      }
    }
  }
}

WordId WordTable::Intern(std::string_view word, uint64_t flags) {
  const WordId id = vocabulary_->Intern(word);
  if (flags_.size() <= id) flags_.resize(id + 1);
  flags_[id] |= flags;
  return id;
}

void WordTable::AddVocabulary(const Vocabulary& vocabulary) {
  flags_.resize(vocabulary.size());
  for (WordId id = 1; id < vocabulary.size(); ++id) {
    const std::string_view form = vocabulary.Spell(id);
    if (Find(form) == nullptr) Put(id, id, -1);
    const bool adverb = form.size() > 4 && form.ends_with("ly") &&
                        !(flags_[id] & (kVerbBase | kTimeNoun | kNotAdverb));
    if (adverb) flags_[id] |= kAdverb;
  }
}

const WordTable::Entry* WordTable::Find(std::string_view form) const {
  const size_t mask = hashes_.size() - 1;
  const uint64_t hash = Hash(form);
  for (size_t slot = SlotOf(hash) & mask; hashes_[slot] != 0; slot = (slot + 1) & mask) {
    if (hashes_[slot] != hash || entries_[slot].length != form.size()) continue;
    // Up to eight letters the hash is the word.
    if (form.size() <= 8 || Spell(forms_[slot]) == form) return &entries_[slot];
  }
  return nullptr;
}

void WordTable::Put(WordId form, WordId canonical, int32_t opening) {
  const std::string_view spelled = Spell(form);
  const uint64_t hash = Hash(spelled);
  if (spelled.empty() || hash == 0) return;
  if (2 * (used_ + 1) > hashes_.size() + hashes_.size() / 2) Grow();
  const size_t mask = hashes_.size() - 1;
  size_t slot = SlotOf(hash) & mask;
  while (hashes_[slot] != 0 && forms_[slot] != form) slot = (slot + 1) & mask;
  if (hashes_[slot] == 0) ++used_;
  hashes_[slot] = hash;
  forms_[slot] = form;
  entries_[slot] = {canonical, opening, static_cast<uint32_t>(spelled.size()),
                    form == canonical};
}

void WordTable::Grow() {
  const std::vector<uint64_t> hashes = std::move(hashes_);
  const std::vector<Entry> entries = std::move(entries_);
  const std::vector<WordId> forms = std::move(forms_);
  const size_t size = hashes.size() * 2;
  hashes_.assign(size, 0);
  entries_.assign(size, {});
  forms_.assign(size, kUnknownWord);
  for (size_t old = 0; old < hashes.size(); ++old) {
    if (hashes[old] == 0) continue;
    size_t slot = SlotOf(hashes[old]) & (size - 1);
    while (hashes_[slot] != 0) slot = (slot + 1) & (size - 1);
    hashes_[slot] = hashes[old];
    entries_[slot] = entries[old];
    forms_[slot] = forms[old];
  }
}

}  // namespace amends::text
