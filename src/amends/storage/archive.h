// Values to bytes and back, for what is computed once while the program is built. Both
// directions are one description: a class says which members make it,
//
//   template <typename Archive>
//   void Transfer(Archive& archive) { archive(words_, flags_); }
//
// and Writer takes them out where Reader puts them in. The bytes are this build's own:
// they hold no version, and nothing but what the same build wrote may be read.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace amends::storage {

template <typename T, typename Archive>
concept HasTransfer = requires(T& value, Archive& archive) {
  value.Transfer(archive);
};

class Writer {
 public:
  static constexpr bool kReads = false;

  template <typename... T>
  void operator()(const T&... values) {
    (Write(values), ...);
  }

  const std::string& bytes() const { return bytes_; }

 private:
  void Raw(const void* from, size_t size) {
    bytes_.append(static_cast<const char*>(from), size);
  }
  void Size(size_t size) { Raw(&size, sizeof size); }

  template <typename Items>
  void WriteItems(const Items& items) {
    Size(items.size());
    for (const auto& item : items) Write(item);
  }

  void Write(const std::string& text) {
    Size(text.size());
    Raw(text.data(), text.size());
  }
  void Write(const std::vector<bool>& bits) {
    std::vector<size_t> set;
    for (size_t i = 0; i < bits.size(); ++i) {
      if (bits[i]) set.push_back(i);
    }
    Size(bits.size());
    Write(set);
  }
  template <typename T>
  void Write(const std::vector<T>& items) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      Size(items.size());
      Raw(items.data(), items.size() * sizeof(T));
    } else {
      WriteItems(items);
    }
  }
  template <typename T>
  void Write(const std::deque<T>& items) {
    WriteItems(items);
  }
  template <typename K, typename V, typename C>
  void Write(const std::map<K, V, C>& items) {
    WriteItems(items);
  }
  template <typename A, typename B>
  void Write(const std::pair<A, B>& pair) {
    Write(pair.first);
    Write(pair.second);
  }
  template <typename T>
  void Write(const std::optional<T>& value) {
    Write(value.has_value());
    if (value) Write(*value);
  }
  template <typename T>
  void Write(const T& value) {
    if constexpr (HasTransfer<T, Writer>) {
      const_cast<T&>(value).Transfer(*this);  // which only reads it here
    } else {
      static_assert(std::is_trivially_copyable_v<T>);
      Raw(&value, sizeof value);
    }
  }

  std::string bytes_;
};

class Reader {
 public:
  static constexpr bool kReads = true;

  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <typename... T>
  void operator()(T&... values) {
    (Read(values), ...);
  }

 private:
  void Raw(void* to, size_t size) {
    assert(size <= bytes_.size());
    if (size > 0) std::memcpy(to, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }
  size_t Size() {
    size_t size = 0;
    Raw(&size, sizeof size);
    return size;
  }

  template <typename Items>
  void ReadItems(Items& items) {
    items.resize(Size());
    for (auto& item : items) Read(item);
  }

  void Read(std::string& text) {
    text.resize(Size());
    Raw(text.data(), text.size());
  }
  void Read(std::vector<bool>& bits) {
    bits.assign(Size(), false);
    std::vector<size_t> set;
    Read(set);
    for (size_t i : set) bits[i] = true;
  }
  template <typename T>
  void Read(std::vector<T>& items) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      items.resize(Size());
      Raw(items.data(), items.size() * sizeof(T));
    } else {
      ReadItems(items);
    }
  }
  template <typename T>
  void Read(std::deque<T>& items) {
    ReadItems(items);
  }
  template <typename K, typename V, typename C>
  void Read(std::map<K, V, C>& items) {
    items.clear();
    for (size_t left = Size(); left > 0; --left) {
      std::pair<K, V> item;
      Read(item);
      items.insert(items.end(), std::move(item));
    }
  }
  template <typename A, typename B>
  void Read(std::pair<A, B>& pair) {
    Read(pair.first);
    Read(pair.second);
  }
  template <typename T>
  void Read(std::optional<T>& value) {
    bool there = false;
    Read(there);
    value.reset();
    if (there) Read(value.emplace());
  }
  template <typename T>
  void Read(T& value) {
    if constexpr (HasTransfer<T, Reader>) {
      value.Transfer(*this);
    } else {
      static_assert(std::is_trivially_copyable_v<T>);
      Raw(&value, sizeof value);
    }
  }

  std::string_view bytes_;
};

}  // namespace amends::storage
