#include "amends/training/role_play_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "amends/pack/ids.h"

namespace amends::training {
namespace {

using pack::Cursor;
using pack::Object;
using pack::Quoted;
using pack::TextForm;

constexpr TextForm kLine{.longest = 500};
constexpr TextForm kSlug{
    .longest = 50, .right = pack::IsSlug, .described = "lower-case letters and hyphens"};
constexpr int kFullScale = 10;  // of mood and trust
const std::vector<std::string> kNeedIds = {"heard", "sorry", "owned",
                                           "fixed", "extra", "next"};

// A whole number between the two, both included.
int WholeNumber(Object& object, const char* key, int least, int most,
                bool needed = true) {
  const auto found = object.Get(key, needed);
  if (!found) return 0;
  const auto number = pack::ReadNumber(*found, least, most);
  if (!number) return 0;
  const int whole = static_cast<int>(*number);
  if (whole != *number) found->Report("this is a whole number");
  return whole;
}

std::vector<std::string> NamesOf(Object& object, const char* key,
                                 const std::vector<std::string>& known) {
  const auto list = object.Need(key);
  return list ? ReadNames(*list, key, known) : std::vector<std::string>();
}

std::vector<NeedWords> ReadNeedWords(Object& object, const char* key) {
  std::vector<NeedWords> words;
  const auto found = object.Find(key);
  if (!found) return words;
  Object needs(*found, key);
  for (const std::string& need : kNeedIds) {
    std::vector<std::string> says = needs.Texts(need, false, kLine);
    if (!says.empty()) words.push_back({need, std::move(says)});
  }
  needs.Finish();
  return words;
}

std::vector<Mind> ReadMinds(Object& object, const Names& names, bool with_effects) {
  std::vector<Mind> minds;
  const auto list = object.Get("minds", with_effects);
  if (!list) return minds;
  for (const Cursor& item : pack::ReadItems(*list, "minds")) {
    Object one(item, "entry");
    Mind mind;
    mind.to = NamesOf(one, "to", names.rules);
    if (with_effects) {
      mind.mood = WholeNumber(one, "mood", -kFullScale, 0);
      mind.trust = WholeNumber(one, "trust", -kFullScale, 0);
    }
    mind.says = one.Texts("says", true, kLine);
    one.Finish();
    minds.push_back(std::move(mind));
  }
  return minds;
}

Need ReadNeed(const Cursor& cursor, const Names& names) {
  Object object(cursor, "need");
  Need need;
  if (const auto id = object.Need("need")) {
    if (const auto index = pack::ReadWord(*id, kNeedIds)) need.id = kNeedIds[*index];
  }
  need.name = object.Text("name", true, kLine);
  if (const auto after = object.Find("after")) {
    if (const auto index = pack::ReadWord(*after, kNeedIds))
      need.after = kNeedIds[*index];
  }
  need.moves = NamesOf(object, "moves", names.moves);
  need.mood = WholeNumber(object, "mood", 0, kFullScale);
  need.trust = WholeNumber(object, "trust", 0, kFullScale);
  need.asks = object.Texts("asks", true, kLine);
  need.asks_kindly = object.Texts("asks_kindly", false, kLine);
  need.asks_again = object.Texts("asks_again", false, kLine);
  if (need.asks_kindly.empty()) need.asks_kindly = need.asks;
  if (need.asks_again.empty()) need.asks_again = need.asks;
  need.takes = object.Texts("takes", true, kLine);
  object.Finish();
  return need;
}

std::vector<Telling> ReadTellings(Object& object, const Names& names) {
  std::vector<Telling> tellings;
  const auto list = object.Find("tells");
  if (!list) return tellings;
  for (const Cursor& item : pack::ReadItems(*list, "tells", {.least = 0})) {
    Object one(item, "fact");
    Telling telling;
    telling.what = one.Text("what", true, kLine);
    telling.when = NamesOf(one, "when", names.moves);
    telling.says = one.Texts("says", true, kLine);
    one.Finish();
    tellings.push_back(std::move(telling));
  }
  return tellings;
}

}  // namespace

Temper ReadTemper(const Cursor& cursor, const Names& names) {
  Object object(cursor, "temper");
  Temper temper;
  temper.origin = cursor.origin();
  temper.id = object.Text("id", true, kSlug);
  object.SetId(temper.id);
  if (const auto needs = object.Need("needs")) {
    const size_t count = kNeedIds.size();
    for (const Cursor& item : pack::ReadItems(*needs, "needs", {count, count})) {
      temper.needs.push_back(ReadNeed(item, names));
    }
    for (const std::string& id : kNeedIds) {
      if (std::ranges::count(temper.needs, id, &Need::id) != 1) {
        needs->Report("the need " + Quoted(id) + " must be there once");
      }
    }
  }
  temper.minds = ReadMinds(object, names, true);
  object.Finish();
  return temper;
}

Customer ReadCustomer(const Cursor& cursor, const Names& names) {
  Object object(cursor, "customer");
  Customer customer;
  customer.name = object.Text("name", true, kLine);
  customer.temper = object.Text("temper", true, kSlug);
  customer.mood = WholeNumber(object, "mood", 1, kFullScale);
  customer.trust = WholeNumber(object, "trust", 1, kFullScale);
  if (const auto needs = object.Need("needs")) {
    customer.needs = pack::ReadWords(*needs, kNeedIds);
  }
  customer.opens = object.Texts("opens", true, kLine);
  customer.tells = ReadTellings(object, names);
  customer.asks = ReadNeedWords(object, "asks");
  customer.takes = ReadNeedWords(object, "takes");
  customer.minds = ReadMinds(object, names, false);
  if (const auto ends = object.Need("ends")) {
    Object words(*ends, "ends");
    customer.ends_well = words.Texts("well", true, kLine);
    customer.ends_badly = words.Texts("badly", true, kLine);
    customer.ends_late = words.Texts("late", true, kLine);
    words.Finish();
  }
  object.Finish();
  return customer;
}

}  // namespace amends::training
