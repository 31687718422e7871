#include "amends/training/exercise_reader.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "amends/input/record.h"
#include "amends/pack/ids.h"
#include "amends/pack/similar.h"
#include "amends/suggest/blanks.h"
#include "amends/training/role_play_reader.h"

namespace amends::training {
namespace {

using pack::Count;
using pack::Cursor;
using pack::Object;
using pack::Quoted;
using pack::TextForm;
using pack::Value;

constexpr TextForm kLine{.longest = 500};
constexpr TextForm kProse{.longest = 3000};
constexpr size_t kMostRules = 12;
constexpr size_t kUsualLength = 120;  // words of a reply
constexpr double kLongestLength = 1000;

constexpr TextForm kId{.longest = 100,
                       .right = pack::IsRuleId,
                       .described = "the id of an exercise is family/name"};

std::vector<std::pair<std::string_view, ExerciseKind>> Kinds() {
  std::vector<std::pair<std::string_view, ExerciseKind>> kinds;
  for (size_t i = 0; i < kExerciseKindWords.size(); ++i) {
    kinds.emplace_back(kExerciseKindWords[i], static_cast<ExerciseKind>(i));
  }
  return kinds;
}

std::vector<std::pair<std::string_view, incident::Field>> FieldWords() {
  std::vector<std::pair<std::string_view, incident::Field>> words;
  for (size_t i = 0; i <= static_cast<size_t>(incident::Field::kPromises); ++i) {
    const auto field = static_cast<incident::Field>(i);
    words.emplace_back(WordFor(field), field);
  }
  return words;
}

// A record of what stands before the answer, read as other records are.
input::Conversation ReadBefore(Object& object) {
  Value record;
  record.kind = Value::Kind::kObject;
  const auto add = [&](const char* key, const Value& value) {
    record.keys.emplace_back(key);
    record.items.push_back(value);
  };
  const std::pair<const char*, const char*> keys[] = {{"channel", "channel"},
                                                      {"draft_kind", "kind"},
                                                      {"conversation", "context"},
                                                      {"facts", "facts"},
                                                      {"now", "now"}};
  std::vector<std::pair<std::string, Cursor>> given;
  for (const auto& [ours, theirs] : keys) {
    const auto found = object.Find(ours);
    if (!found) continue;
    add(theirs, *found->value);
    given.emplace_back(std::string("/") + theirs, *found);
  }
  Value empty;
  empty.kind = Value::Kind::kString;
  add("text", empty);
  auto read = input::ReadRecord(pack::WriteJson(record));
  if (auto* conversation = std::get_if<input::Conversation>(&read)) {
    for (const std::string& note : conversation->notes) object.cursor().Report(note);
    return std::move(*conversation);
  }
  const auto& error = std::get<input::RecordError>(read);
  const auto place = std::ranges::find_if(
      given, [&](const auto& each) { return error.pointer.starts_with(each.first); });
  (place == given.end() ? object.cursor() : place->second).Report(error.message);
  return {};
}

class Reader {
 public:
  Reader(const Cursor& cursor, const Names& names)
      : object_(cursor, "exercise"), names_(names) {}

  Exercise Read() {
    read_.origin = object_.cursor().origin();
    ReadHead();
    ReadCase();
    switch (read_.kind) {
      case ExerciseKind::kSpot:
        return Done(&Reader::ReadSpot);
      case ExerciseKind::kName:
        return Done(&Reader::ReadName);
      case ExerciseKind::kHears:
        return Done(&Reader::ReadHears);
      case ExerciseKind::kChoose:
        return Done(&Reader::ReadChoose);
      case ExerciseKind::kOrder:
        return Done(&Reader::ReadOrder);
      case ExerciseKind::kQuestion:
      case ExerciseKind::kRewrite:
        return Done(&Reader::ReadRewrite);
      case ExerciseKind::kFill:
        return Done(&Reader::ReadFill);
      case ExerciseKind::kImitate:
        return Done(&Reader::ReadImitate);
      case ExerciseKind::kRecord:
        return Done(&Reader::ReadRecordTask);
      case ExerciseKind::kChecklist:
        return Done(&Reader::ReadChecklist);
      case ExerciseKind::kRolePlay:
        return Done(&Reader::ReadRolePlay);
    }
    return std::move(read_);
  }

 private:
  Exercise Done(void (Reader::*rest)()) {
    if (object_.valid()) (this->*rest)();
    object_.Finish();
    return std::move(read_);
  }

  void ReadHead() {
    read_.id = object_.Text("id", true, kId);
    object_.SetId(read_.id);
    if (const auto kind = object_.Need("kind")) {
      const auto kinds = Kinds();
      read_.kind = pack::ReadChoice<ExerciseKind>(*kind, kinds).value_or(read_.kind);
    }
    if (const auto level = object_.Need("level")) {
      read_.level = static_cast<int>(pack::ReadNumber(*level, 1, 3).value_or(1));
    }
    read_.trade = object_.Text("trade", true, kLine);
    if (const auto rules = object_.Need("rules")) {
      read_.rules = ReadNames(*rules, "names", names_.rules, {1, kMostRules});
    }
    read_.hints = object_.Texts("hints", true, kLine, {1, 3});
    read_.explanation = object_.Text("explanation", true, kProse);
    read_.source = object_.Texts("source", false, kLine);
    const bool is_role_play = read_.kind == ExerciseKind::kRolePlay;
    if (const auto id = object_.Find("id"); id && !read_.id.empty()) {
      const bool fits = is_role_play
                            ? read_.family() == "role-play"
                            : std::ranges::count(names_.families, read_.family());
      if (!fits) {
        id->Report(is_role_play ? "the id of a role-play is role-play/name"
                                : "there is no family " + Quoted(read_.family()));
      }
    }
  }

  void ReadCase() {
    read_.situation = object_.Text("situation", false, kProse);
    read_.task = object_.Text("task", false, kProse);
    read_.known = object_.Texts("known", false, kLine);
    read_.conversation = ReadBefore(object_);
  }

  void ReadDraft() { read_.draft = object_.Text("draft", true, kProse); }

  void ReadSpot() {
    ReadDraft();
    const auto marks = object_.Need("marks");
    if (!marks) return;
    for (const Cursor& item : pack::ReadItems(*marks, "marks")) {
      Object object(item, "mark");
      const std::string words = object.Text("words", true, kLine);
      Mark mark;
      mark.rule = object.Text("rule", true, {.longest = 100});
      object.Finish();
      CheckRule(item, mark.rule);
      const size_t at = read_.draft.find(words);
      if (words.empty()) continue;
      if (at == std::string::npos ||
          read_.draft.find(words, at + 1) != std::string::npos) {
        item.Report("the words must stand in the draft once");
        continue;
      }
      mark.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
      read_.marks.push_back(std::move(mark));
    }
    std::ranges::sort(read_.marks, {}, &Mark::span);
    Answer model;
    for (const Mark& mark : read_.marks) model.marks.push_back(mark.span);
    read_.right.push_back(std::move(model));
    read_.wrong.push_back({{}, "missing"});
  }

  void CheckRule(const Cursor& cursor, const std::string& rule) const {
    if (rule.empty() || std::ranges::count(names_.rules, rule) > 0) return;
    cursor.Report("there is no rule " + Quoted(rule),
                  pack::DidYouMean(rule, names_.rules));
  }

  void ReadName() {
    ReadDraft();
    const std::string answer = object_.Text("answer", true, {.longest = 100});
    if (const auto options = object_.Need("options")) {
      for (std::string& rule : ReadNames(*options, "names", names_.rules, {3, 4})) {
        Option option;
        option.right = rule == answer;
        option.rule = std::move(rule);
        read_.options.push_back(std::move(option));
      }
      EndChoice(*options);
    }
  }

  // One of the options is right; each of the others is a wrong answer.
  void EndChoice(const Cursor& cursor) {
    if (std::ranges::count(read_.options, true, &Option::right) != 1) {
      cursor.Report("one of the options is right, and only one");
      return;
    }
    for (size_t i = 0; i < read_.options.size(); ++i) {
      if (read_.options[i].right) {
        read_.right.push_back({{}, {i}, {}});
      } else {
        read_.wrong.push_back({{{}, {i}, {}}, "choice"});
      }
    }
  }

  void ReadOptions(const char* key, Count count, bool with_rule) {
    const auto options = object_.Need(key);
    if (!options) return;
    for (const Cursor& item : pack::ReadItems(*options, key, count)) {
      Object object(item, "option");
      Option option;
      option.text = object.Text("text", true, kProse);
      option.right = object.Flag("right", false);
      option.because = object.Text("because", !option.right, kProse);
      option.rule = object.Text("rule", with_rule && !option.right, {.longest = 100});
      if (!option.rule.empty()) CheckRule(item, option.rule);
      object.Finish();
      read_.options.push_back(std::move(option));
    }
    if (read_.kind != ExerciseKind::kChecklist) EndChoice(*options);
  }

  void ReadHears() {
    ReadDraft();
    ReadOptions("options", {3, 4}, false);
  }

  void ReadChoose() { ReadOptions("options", {2, 2}, true); }

  void ReadChecklist() {
    ReadOptions("items", {4, 8}, false);
    Answer model;
    for (size_t i = 0; i < read_.options.size(); ++i) {
      if (read_.options[i].right) model.choices.push_back(i);
    }
    const size_t right = model.choices.size();
    if (right == 0 || right == read_.options.size()) {
      object_.cursor().Report("some of the items belong and some do not");
      return;
    }
    for (size_t i = 0; i < read_.options.size(); ++i) {
      Answer wrong;
      for (size_t j = 0; j < read_.options.size(); ++j) {
        if (read_.options[j].right != (i == j)) wrong.choices.push_back(j);
      }
      read_.wrong.push_back({std::move(wrong), "choice"});
    }
    read_.right.push_back(std::move(model));
  }

  std::optional<size_t> Index(Object& object, const char* key, size_t below) {
    const auto found = object.Need(key);
    if (!found) return std::nullopt;
    const auto number = pack::ReadNumber(*found, 0, static_cast<double>(below) - 1);
    if (!number) return std::nullopt;
    return static_cast<size_t>(*number);
  }

  void ReadOrder() {
    read_.sentences = object_.Texts("sentences", true, kProse, {3, 9});
    const size_t count = read_.sentences.size();
    if (const auto before = object_.Need("before")) {
      for (const Cursor& item : pack::ReadItems(*before, "before")) {
        Object object(item, "precedence");
        const auto first = Index(object, "first", count);
        const auto then = Index(object, "then", count);
        std::string because = object.Text("because", true, kProse);
        object.Finish();
        if (first && then) read_.before.push_back({*first, *then, std::move(because)});
        if (first && then && *first >= *then) {
          item.Report("the sentences stand in a good order, so “first” is the smaller");
        }
      }
    }
    Answer model;
    for (size_t i = 0; i < count; ++i) model.choices.push_back(i);
    read_.right.push_back(std::move(model));
    ReadWrong([&](Object& object) { return Answer{{}, ReadOrderOf(object), {}}; });
  }

  std::vector<size_t> ReadOrderOf(Object& object) {
    std::vector<size_t> order;
    const auto list = object.Need("order");
    if (!list) return order;
    const size_t count = read_.sentences.size();
    for (const Cursor& item : pack::ReadItems(*list, "order", {count, count})) {
      const auto number = pack::ReadNumber(item, 0, static_cast<double>(count) - 1);
      if (number) order.push_back(static_cast<size_t>(*number));
    }
    if (std::set(order.begin(), order.end()).size() != count) {
      list->Report("an order holds each sentence once");
    }
    return order;
  }

  template <typename Read>
  void ReadWrong(const Read& read) {
    const auto wrong = object_.Need("wrong");
    if (!wrong) return;
    for (const Cursor& item : pack::ReadItems(*wrong, "wrong")) {
      Object object(item, "wrong answer");
      WrongAnswer answer;
      answer.caught = object.Text("caught", true, {.longest = 100});
      answer.answer = read(object);
      object.Finish();
      read_.wrong.push_back(std::move(answer));
    }
  }

  void ReadAsks() {
    const auto asks = object_.Need("asks");
    if (asks) {
      for (const Cursor& item : pack::ReadItems(*asks, "asks", {0, 8})) {
        read_.asks.push_back(ReadAsk(item));
      }
    }
    read_.longest = kUsualLength;
    if (const auto longest = object_.Find("longest")) {
      read_.longest = static_cast<size_t>(
          pack::ReadNumber(*longest, 1, kLongestLength).value_or(kUsualLength));
    }
  }

  Ask ReadAsk(const Cursor& item) {
    Ask ask;
    if (item.value->kind == Value::Kind::kString) {
      ask.element = item.value->string;
      if (std::ranges::count(names_.elements, ask.element) == 0) {
        item.Report("there is no element " + Quoted(ask.element),
                    pack::DidYouMean(ask.element, names_.elements));
      }
      return ask;
    }
    Object object(item, "ask");
    ask.name = object.Text("name", true, kLine);
    if (const auto moves = object.Need("moves")) {
      ask.moves = ReadNames(*moves, "names", names_.moves);
    }
    object.Finish();
    return ask;
  }

  void ReadRewrite() {
    ReadDraft();
    ReadTexts();
  }

  void ReadTexts() {
    ReadAsks();
    read_.right.push_back({{}, {}, {object_.Text("model", true, kProse)}});
    for (std::string& text : object_.Texts("also", false, kProse)) {
      read_.right.push_back({{}, {}, {std::move(text)}});
    }
    ReadWrong([](Object& object) {
      return Answer{{}, {}, {object.Text("text", true, kProse)}};
    });
  }

  void ReadFill() {
    ReadDraft();
    const size_t blanks = suggest::FindBlanks(read_.draft).size();
    if (blanks == 0 && !read_.draft.empty()) {
      object_.cursor().Report("the draft has no blank such as [[what went wrong]]");
    }
    ReadAsks();
    const Count count{blanks, blanks};
    read_.right.push_back({{}, {}, object_.Texts("model", true, kProse, count)});
    if (const auto also = object_.Find("also")) {
      for (const Cursor& item : pack::ReadItems(*also, "also")) {
        read_.right.push_back({{}, {}, pack::ReadTexts(item, kProse, count)});
      }
    }
    ReadWrong([&](Object& object) {
      return Answer{{}, {}, object.Texts("texts", true, kProse, count)};
    });
  }

  void ReadImitate() {
    if (const auto example = object_.Need("example")) {
      Object object(*example, "example");
      ModelReply model;
      model.situation = object.Text("situation", true, kProse);
      model.text = object.Text("text", true, kProse);
      object.Finish();
      read_.example = std::move(model);
    }
    read_.draft = object_.Text("draft", false, kProse);
    ReadTexts();
  }

  void ReadRecordTask() {
    if (const auto fields = object_.Need("fields")) {
      const auto words = FieldWords();
      for (const Cursor& item : pack::ReadItems(*fields, "fields")) {
        const auto field = pack::ReadChoice<incident::Field>(item, words);
        if (field) read_.fields.push_back(*field);
      }
    }
    if (const auto model = object_.Need("model")) {
      read_.right.push_back({{}, {}, ReadFields(*model)});
    }
    ReadWrong([&](Object& object) {
      const auto fields = object.Need("fields");
      return Answer{{}, {}, fields ? ReadFields(*fields) : std::vector<std::string>()};
    });
  }

  // A text for each field of the exercise; one that is not given is empty.
  std::vector<std::string> ReadFields(const Cursor& cursor) {
    Object object(cursor, "record");
    std::vector<std::string> texts;
    for (const incident::Field field : read_.fields) {
      texts.push_back(object.Text(WordFor(field), false,
                                  {.longest = kProse.longest, .may_be_empty = true}));
    }
    object.Finish();
    return texts;
  }

  void ReadRolePlay() {
    read_.longest = 8;
    if (const auto longest = object_.Find("longest")) {
      read_.longest = static_cast<size_t>(pack::ReadNumber(*longest, 2, 30).value_or(8));
    }
    if (const auto customer = object_.Need("customer")) {
      read_.customer = ReadCustomer(*customer, names_);
    }
    read_.right.push_back({{}, {}, object_.Texts("good", true, kProse)});
    read_.wrong.push_back({{{}, {}, object_.Texts("bad", true, kProse)}, "ends-badly"});
  }

  Object object_;
  const Names& names_;
  Exercise read_;
};

}  // namespace

std::vector<std::string> ReadNames(const Cursor& list, const char* of,
                                   const std::vector<std::string>& known, Count count) {
  std::vector<std::string> names;
  for (const Cursor& item : pack::ReadItems(list, of, count)) {
    const auto name = pack::ReadText(item, {.longest = 100});
    if (!name) continue;
    const bool there = std::ranges::any_of(
        known, [&](const std::string& each) { return IsOf(each, *name); });
    if (!there) {
      item.Report("there is no " + Quoted(*name), pack::DidYouMean(*name, known));
    }
    names.push_back(*name);
  }
  return names;
}

Exercise ReadExercise(const Cursor& cursor, const Names& names) {
  return Reader(cursor, names).Read();
}

}  // namespace amends::training
