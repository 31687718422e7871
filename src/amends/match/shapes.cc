#include "amends/match/shapes.h"

#include <re2/re2.h>

namespace amends::match {

struct Shapes::Expressions {
  std::vector<std::unique_ptr<RE2>> list;
};

Shapes::Shapes() : expressions_(std::make_unique<Expressions>()) {}
Shapes::~Shapes() = default;

std::string Shapes::Add(const std::string& expression) {
  auto compiled = std::make_unique<RE2>(expression, RE2::Quiet);
  if (!compiled->ok()) return compiled->error();
  expressions_->list.push_back(std::move(compiled));
  return "";
}

std::vector<std::string> Shapes::Spelled() const {
  std::vector<std::string> spelled;
  for (const auto& expression : expressions_->list)
    spelled.push_back(expression->pattern());
  return spelled;
}

uint32_t Shapes::size() const { return static_cast<uint32_t>(expressions_->list.size()); }

bool Shapes::Match(uint32_t shape, std::string_view word) const {
  return RE2::FullMatch(re2::StringPiece(word.data(), word.size()),
                        *expressions_->list[shape]);
}

}  // namespace amends::match
