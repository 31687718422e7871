// Answers that are made of options.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/train/widget.h"

namespace amends {

// One of several: digits, or arrows and Enter.
class ChooseWidget : public Widget {
 public:
  ChooseWidget(const std::vector<std::string>& options, size_t& chosen);
  View Draw(size_t width) const override;
  bool Take(const Key& key, size_t width) override;
  std::vector<std::string> Keys() const override;

 private:
  const std::vector<std::string>& options_;
  size_t& chosen_;
  size_t at_;
};

// Any of several: digits or Space.
class TickWidget : public Widget {
 public:
  TickWidget(const std::vector<std::string>& options, std::vector<size_t>& ticked);
  View Draw(size_t width) const override;
  bool Take(const Key& key, size_t width) override;
  std::vector<std::string> Keys() const override;

 private:
  void Toggle(size_t option);

  const std::vector<std::string>& options_;
  std::vector<size_t>& ticked_;
  size_t at_ = 0;
};

// All in order: Space takes one up, and it goes along with the arrows.
class ArrangeWidget : public Widget {
 public:
  ArrangeWidget(const std::vector<std::string>& sentences, std::vector<size_t>& order);
  View Draw(size_t width) const override;
  bool Take(const Key& key, size_t width) override;
  std::vector<std::string> Keys() const override;

 private:
  void Move(bool down);

  const std::vector<std::string>& sentences_;
  std::vector<size_t>& order_;
  size_t at_ = 0;
  bool held_ = false;
};

}  // namespace amends
