// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <set>
#include <utility>

#include "exchange/definition_text.hpp"
#include "exchange/json.hpp"
#include "exchange/problems.hpp"

namespace smm::exchange {
namespace {

constexpr std::size_t json_byte_limit = std::size_t{64} << 20;

void append_utf8(std::string& out, unsigned code) {
  const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | (code >> 6));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
  }
  put(0x80 | (code & 0x3F));
}

// Reads by descent; depth is limited, so the stack is too. Every step returns false once reading must stop,
// with the problem in the list. The bytes are known to be valid UTF-8.
class JsonParser {
 public:
  JsonParser(std::string_view bytes, std::string source, base::Problems& problems)
      : bytes_(bytes), source_(std::move(source)), problems_(problems) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) bytes_.remove_prefix(3);
  }

  void parse(base::Document& root) {
    if (!value(root, 0)) return;
    skip_space();
    if (at_ < bytes_.size()) stop("expected nothing more after the end of the value");
  }

 private:
  bool value(base::Document& into, int depth) {
    skip_space();
    into.place = place();
    const char first = peek();
    if (first == '{' || first == '[') {
      if (depth == definition_depth_limit) {
        problems_.emplace_back(problem::too_deep, "objects and arrays are nested deeper than 50 levels",
                               place());
        return false;
      }
      return first == '{' ? object(into, depth + 1) : array(into, depth + 1);
    }
    if (first == '"') {
      base::Scalar scalar{"", true};
      if (!text(scalar.text)) return false;
      into.content = std::move(scalar);
      return true;
    }
    return first == '-' || is_digit(first) ? number(into) : word(into);
  }

  bool object(base::Document& into, int depth) {
    base::Map map;
    std::set<std::string, std::less<>> keys;
    ++at_;
    skip_space();
    if (!take('}')) {
      do {
        base::MapEntry entry;
        if (!member(entry, keys, depth)) return false;
        map.push_back(std::move(entry));
        skip_space();
      } while (take(','));
      if (!take('}')) return stop("expected , or } here");
    }
    into.content = std::move(map);
    return true;
  }

  bool member(base::MapEntry& entry, std::set<std::string, std::less<>>& keys, int depth) {
    skip_space();
    entry.key_place = place();
    if (peek() != '"') return stop("expected a key in double quotes here");
    if (!text(entry.key)) return false;
    if (!keys.insert(entry.key).second) {
      problems_.emplace_back(problem::duplicate_key, "\"" + entry.key + "\" stands twice in this object",
                             entry.key_place);
    }
    skip_space();
    if (!take(':')) return stop("expected : here");
    return value(entry.value, depth);
  }

  bool array(base::Document& into, int depth) {
    base::List list;
    ++at_;
    skip_space();
    if (!take(']')) {
      do {
        if (!value(list.emplace_back(), depth)) return false;
        skip_space();
      } while (take(','));
      if (!take(']')) return stop("expected , or ] here");
    }
    into.content = std::move(list);
    return true;
  }

  bool word(base::Document& into) {
    for (const std::string_view known : {"true", "false", "null"}) {
      if (!bytes_.substr(at_).starts_with(known)) continue;
      at_ += known.size();
      if (known != "null") into.content = base::Scalar{std::string(known), false};
      return true;
    }
    return stop("expected a value here");
  }

  bool number(base::Document& into) {
    const std::size_t begin = at_;
    take('-');
    if (!take('0') && !digits()) return stop("expected a digit here");
    if (is_digit(peek())) return stop("a number does not begin with 0");
    if (take('.') && !digits()) return stop("expected a digit here");
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!digits()) return stop("expected a digit here");
    }
    into.content = base::Scalar{std::string(bytes_.substr(begin, at_ - begin)), false};
    return true;
  }

  bool digits() {
    const std::size_t begin = at_;
    while (is_digit(peek())) ++at_;
    return at_ > begin;
  }

  bool text(std::string& out) {
    ++at_;
    for (;;) {
      const std::size_t begin = at_;
      while (at_ < bytes_.size() && bytes_[at_] != '"' && bytes_[at_] != '\\' && !is_control(bytes_[at_]))
        ++at_;
      out += bytes_.substr(begin, at_ - begin);
      if (take('"')) return true;
      if (at_ == bytes_.size()) return stop("the input ends inside a text");
      if (bytes_[at_] != '\\') return stop("a line end or control character stands inside a text; escape it");
      if (!escape(out)) return false;
    }
  }

  bool escape(std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    ++at_;
    if (take('u')) return unicode_escape(out);
    const std::size_t found = at_ < bytes_.size() ? letters.find(bytes_[at_]) : std::string_view::npos;
    if (found == std::string_view::npos) return stop("this escape is not known");
    out += meanings[found];
    ++at_;
    return true;
  }

  bool unicode_escape(std::string& out) {
    auto code = four_digits();
    if (!code) return stop("expected four hexadecimal digits after \\u");
    const bool high_half = *code >= 0xD800 && *code < 0xDC00;
    if (high_half && take('\\') && take('u')) {
      const auto low = four_digits();
      if (!low || *low < 0xDC00 || *low > 0xDFFF) return stop("expected the second half of a surrogate pair");
      append_utf8(out, 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00));
      return true;
    }
    if (*code >= 0xD800 && *code <= 0xDFFF) return stop("half of a surrogate pair stands alone");
    append_utf8(out, *code);
    return true;
  }

  std::optional<unsigned> four_digits() {
    unsigned code = 0;
    for (int count = 0; count < 4; ++count, ++at_) {
      constexpr std::string_view hexadecimal = "0123456789abcdef0123456789ABCDEF";
      const std::size_t found = at_ < bytes_.size() ? hexadecimal.find(bytes_[at_]) : std::string_view::npos;
      if (found == std::string_view::npos) return std::nullopt;
      code = code * 16 + static_cast<unsigned>(found & 15);
    }
    return code;
  }

  static bool is_digit(char character) { return character >= '0' && character <= '9'; }
  static bool is_control(char character) { return static_cast<unsigned char>(character) < 0x20; }

  // 0 at the end; a NUL in the input is not a character that any step expects.
  char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  bool take(char wanted) {
    if (at_ == bytes_.size() || bytes_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  // The only place where lines end: a text may not hold a line end.
  void skip_space() {
    for (; at_ < bytes_.size(); ++at_) {
      const char character = bytes_[at_];
      if (character == '\n') {
        ++line_;
        line_start_ = at_ + 1;
      } else if (character != ' ' && character != '\t' && character != '\r') {
        return;
      }
    }
  }

  base::Place place() const { return {source_, line_, 1 + static_cast<int>(at_ - line_start_)}; }

  bool stop(const char* sentence) {
    problems_.emplace_back(problem::json_syntax, sentence, place());
    return false;
  }

  std::string_view bytes_;
  std::string source_;
  base::Problems& problems_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  int line_ = 1;
};

}  // namespace

base::Result<base::Document> parse_json(std::string_view bytes, std::string source) {
  if (auto bad = check_definition_text(bytes, json_byte_limit, source)) return *std::move(bad);
  base::Problems problems;
  base::Document root;
  JsonParser(bytes, std::move(source), problems).parse(root);
  if (!problems.empty()) return problems;
  return root;
}

}  // namespace smm::exchange
