#include "amends/pack/json_value.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include <nlohmann/json.hpp>

namespace amends::pack {
namespace {

using nlohmann::json;

constexpr size_t kMostDuplicates = 100;

bool Holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// What stands where something else was expected.
std::string Name(std::string_view token) {
  if (token.empty()) return "the end of the file";
  if (token.size() > 24) return "this";
  return "“" + std::string(token) + "”";
}

char LastMark(std::string_view text) {
  const size_t at = text.find_last_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : text[at];
}

// The words of nlohmann's lexer and parser turned into ours.
void Explain(std::string_view reason, std::string_view token, std::string_view before,
             JsonFault& fault) {
  const std::string found = Name(token);
  const char last = LastMark(before);
  const bool closing = token == "]" || token == "}";
  if (token.empty() && last == '\0') {
    fault.message = "the file is empty";
    fault.hint = "a file of a pack is one JSON object";
  } else if (Holds(reason, "missing closing quote")) {
    fault.message = "this text is not closed: a double quote is missing";
  } else if (Holds(reason, "control character")) {
    fault.message = "a text cannot hold a line break or another control character";
    fault.hint = "write \\n for a line break, or close the text with a double quote";
  } else if (Holds(reason, "ill-formed UTF-8")) {
    fault.message = "this is not UTF-8";
    fault.hint = "save the file as UTF-8";
  } else if (Holds(reason, "surrogate") || Holds(reason, "'\\u'")) {
    fault.message =
        "a \\u escape takes four hexadecimal digits, and two escapes form a pair";
  } else if (Holds(reason, "forbidden character after backslash")) {
    fault.message = "a backslash cannot stand before this character";
    fault.hint = "write \\\\ for a backslash";
  } else if (Holds(reason, "invalid number") || Holds(reason, "number overflow")) {
    fault.message = "this is no number";
  } else if (Holds(reason, "; expected end of input")) {
    fault.message = "nothing may follow the closing bracket, not " + found;
  } else if (Holds(reason, "parsing object key") && last == ',' && closing) {
    fault.message = "a key must follow the comma, not " + found;
    fault.hint = "remove the comma after the last entry";
  } else if (Holds(reason, "parsing object key")) {
    fault.message = "a key in double quotes must stand here, not " + found;
    if (token.starts_with('/')) fault.hint = "JSON has no comments";
  } else if (Holds(reason, "parsing object separator")) {
    fault.message = "a colon must stand here, not " + found;
  } else if (Holds(reason, "parsing array") || Holds(reason, "parsing object")) {
    const char* close = Holds(reason, "parsing array") ? "“]”" : "“}”";
    fault.message = std::string("a comma or ") + close + " must stand here, not " + found;
    if (!token.empty() && !closing) fault.hint = "is a comma missing before it?";
  } else if (last == ',' && closing) {
    fault.message = "a value must follow the comma, not " + found;
    fault.hint = "remove the comma after the last entry";
  } else {
    fault.message = "a value must stand here, not " + found;
    if (token.starts_with('\'')) fault.hint = "texts stand in double quotes";
    if (token.starts_with('/')) fault.hint = "JSON has no comments";
  }
}

// The token that ends at `end`; nlohmann's last token may hold earlier ones as well.
std::string_view TokenBefore(std::string_view text, size_t end,
                             std::string_view last_token) {
  if (end == 0) return text.substr(0, 0);
  const auto is_word = [&](size_t at) {
    return std::string_view(",:[]{}\" \t\r\n'/").find(text[at]) == std::string_view::npos;
  };
  size_t start = end - 1;
  if (text[start] == '"' && text.substr(0, end).ends_with(last_token)) {
    return text.substr(end - last_token.size(), last_token.size());
  }
  while (is_word(start) && start > 0 && is_word(start - 1)) --start;
  return text.substr(start, end - start);
}

// Takes nlohmann's events and builds the value.
class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  // The names are nlohmann's.
  bool null() { return Add({}); }
  bool boolean(bool value) {
    Value truth;
    truth.kind = Value::Kind::kBool;
    truth.boolean = value;
    return Add(std::move(truth));
  }
  bool number_integer(json::number_integer_t value) {
    return Number(static_cast<double>(value));
  }
  bool number_unsigned(json::number_unsigned_t value) {
    return Number(static_cast<double>(value));
  }
  bool number_float(json::number_float_t value, const std::string&) {
    return Number(value);
  }
  bool string(std::string& value) {
    Value string;
    string.kind = Value::Kind::kString;
    string.string = std::move(value);
    return Add(std::move(string));
  }
  bool binary(json::binary_t&) { return false; }
  bool start_object(size_t) { return Open(Value::Kind::kObject); }
  bool start_array(size_t) { return Open(Value::Kind::kList); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }

  bool key(std::string& name) {
    Frame& frame = open_.back();
    const int count = ++frame.seen[name];
    if (count > 1 && parsed.duplicates.size() < kMostDuplicates) {
      parsed.duplicates.push_back({Path() + "/" + PointerStep(name), count});
    }
    frame.drop_next = count > 1;
    frame.value.keys.push_back(std::move(name));
    return true;
  }

  bool parse_error(size_t position, const std::string& last_token,
                   const nlohmann::detail::exception& error) {
    std::string_view reason = error.what();
    reason = reason.substr(0, reason.find("; last read:"));
    const size_t end = std::min(position, text_.size());
    JsonFault fault;
    std::string_view token;
    if (Holds(reason, "missing closing quote")) {
      fault.offset = text_.size() - std::min(text_.size(), last_token.size());
    } else if (Holds(reason, "unexpected end of input")) {
      fault.offset = text_.size();
    } else {
      token = TokenBefore(text_, end, last_token);
      fault.offset = end - token.size();
      fault.length = token.size();
    }
    Explain(reason, token, text_.substr(0, fault.offset), fault);
    parsed.fault = std::move(fault);
    return false;
  }

  ParsedJson parsed;

 private:
  struct Frame {
    Value value;
    std::unordered_map<std::string, int> seen;
    bool drop_next = false;
  };

  bool Number(double value) {
    Value number;
    number.kind = Value::Kind::kNumber;
    number.number = value;
    return Add(std::move(number));
  }

  bool Add(Value value) {
    if (open_.empty()) {
      parsed.value = std::move(value);
      return true;
    }
    Frame& frame = open_.back();
    if (frame.drop_next) {
      frame.value.keys.pop_back();
      frame.drop_next = false;
    } else {
      frame.value.items.push_back(std::move(value));
    }
    return true;
  }

  bool Open(Value::Kind kind) {
    if (open_.size() == kDeepest) {
      JsonFault fault;
      fault.offset = std::string::npos;
      fault.message =
          "brackets are nested more than " + std::to_string(kDeepest) + " deep";
      parsed.fault = std::move(fault);
      return false;
    }
    open_.emplace_back();
    open_.back().value.kind = kind;
    return true;
  }

  bool Close() {
    Value value = std::move(open_.back().value);
    open_.pop_back();
    return Add(std::move(value));
  }

  std::string Path() const {
    std::string path;
    for (size_t i = 0; i + 1 < open_.size(); ++i) {
      const Value& value = open_[i].value;
      path +=
          "/" + (value.kind == Value::Kind::kObject ? PointerStep(value.keys.back())
                                                    : std::to_string(value.items.size()));
    }
    return path;
  }

  std::string_view text_;
  std::vector<Frame> open_;
};

// The place of the bracket that opens one level too many.
size_t TooDeep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kDeepest) return i;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return 0;
}

json ToLibrary(const Value& value) {
  switch (value.kind) {
    case Value::Kind::kNull:
      return nullptr;
    case Value::Kind::kBool:
      return value.boolean;
    case Value::Kind::kNumber:
      if (std::abs(value.number) < 9e15 && value.number == std::floor(value.number)) {
        return static_cast<int64_t>(value.number);
      }
      return value.number;
    case Value::Kind::kString:
      return value.string;
    case Value::Kind::kList: {
      json list = json::array();
      for (const Value& item : value.items) list.push_back(ToLibrary(item));
      return list;
    }
    case Value::Kind::kObject:
      break;
  }
  json object = json::object();
  for (size_t i = 0; i < value.keys.size(); ++i) {
    object[value.keys[i]] = ToLibrary(value.items[i]);
  }
  return object;
}

}  // namespace

const Value* Value::Find(std::string_view key) const {
  for (size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == key) return &items[i];
  }
  return nullptr;
}

ParsedJson ParseJson(std::string_view text) {
  Builder builder(text);
  json::sax_parse(text.begin(), text.end(), &builder);
  ParsedJson& parsed = builder.parsed;
  if (parsed.fault) {
    parsed.value.reset();
    if (parsed.fault->offset == std::string::npos) parsed.fault->offset = TooDeep(text);
  }
  return std::move(parsed);
}

std::string WriteJson(const Value& value) {
  return ToLibrary(value).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string PointerStep(std::string_view key) {
  std::string step;
  for (const char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

}  // namespace amends::pack
