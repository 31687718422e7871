// The regular expressions of classes with a shape. Internal to match; const members are
// safe from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace amends::match {

class Shapes {
 public:
  Shapes();
  ~Shapes();

  // Keeps the expression under the next number, from 0; returns what is wrong with it,
  // and keeps nothing, where it is none.
  std::string Add(const std::string& expression);
  uint32_t size() const;

  // As they were added.
  std::vector<std::string> Spelled() const;

  // Whether it matches the whole word.
  bool Match(uint32_t shape, std::string_view word) const;

 private:
  struct Expressions;
  std::unique_ptr<Expressions> expressions_;
};

}  // namespace amends::match
