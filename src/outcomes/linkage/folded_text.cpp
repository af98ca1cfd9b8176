// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/folded_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace smm::outcomes::linkage {
namespace {

// One run of code points and what each becomes; "." stands for a letter that vanishes.
struct LetterRun {
  std::uint32_t first;
  std::string_view spellings;  // parted by spaces
};

constexpr LetterRun letter_runs[] = {
    {0xC0, "a a a a a a ae c e e e e i i i i d n o o o o o"},
    {0xD8, "o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o o o o"},
    {0xF8, "o u u u u y th y"},
    {0x100, "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h"},
    {0x128, "i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o"},
    {0x152, "oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s"},
    {0x1A0, "o o"},
    {0x1AF, "u u"},
    {0x1CD, "a a i i o o u u u u u u u u u u"},
    {0x218, "s s t t"},
    {0x391, "a v g d e z i th i k l m n x o p r . s t y f ch ps o"},
    {0x3B1, "a v g d e z i th i k l m n x o p r s s t y f ch ps o"},
    {0x410, "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya"},
    {0x430, "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya"},
};

std::string_view nth_spelling(std::string_view spellings, std::size_t index) {
  std::size_t begin = 0;
  for (; index > 0; --index) {
    begin = spellings.find(' ', begin);
    if (begin == std::string_view::npos) return {};
    ++begin;
  }
  return spellings.substr(begin, spellings.find(' ', begin) - begin);
}

// Vietnamese and other letters with two marks, U+1EA0 to U+1EF9, pairs of capital and small.
std::string_view doubly_marked(std::uint32_t code) {
  if (code < 0x1EA0 || code > 0x1EF9) return {};
  if (code < 0x1EB8) return "a";
  if (code < 0x1EC8) return "e";
  if (code < 0x1ECC) return "i";
  if (code < 0x1EE4) return "o";
  if (code < 0x1EF2) return "u";
  return "y";
}

std::string_view spelling(std::uint32_t code) {
  if (code == 0x401 || code == 0x451) return "e";
  for (const LetterRun& run : letter_runs) {
    if (code < run.first || code >= run.first + 64) continue;
    const std::string_view found = nth_spelling(run.spellings, code - run.first);
    if (!found.empty()) return found;
  }
  return doubly_marked(code);
}

struct CodePoint {
  std::uint32_t code = 0;
  std::size_t bytes = 0;  // 0 when the bytes are not UTF-8
};

CodePoint code_point(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  const std::size_t count = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : byte(0) >= 0xC2 ? 2 : 0;
  if (count == 0 || count > rest.size()) return {};
  std::uint32_t code = byte(0) & (0xFFu >> (count + 1));
  for (std::size_t i = 1; i < count; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    code = (code << 6) | (byte(i) & 0x3Fu);
  }
  return {code, count};
}

bool is_mark(std::uint32_t code) {
  return (code >= 0x300 && code < 0x370) || code == 0x2019 || code == 0x2018 || code == 0x2BC || code == 0xB4;
}
bool is_sign(std::uint32_t code) {
  return (code >= 0x80 && code < 0xC0) || code == 0xD7 || code == 0xF7 || (code >= 0x2000 && code < 0x2070) ||
         code == 0x3000;
}

class Folding {
 public:
  explicit Folding(std::size_t bytes) { out_.reserve(bytes); }

  void letters(std::string_view more) {
    if (gap_ && !out_.empty()) out_ += ' ';
    gap_ = false;
    out_ += more;
  }
  void gap() { gap_ = true; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool gap_ = false;
};

void fold_ascii(char c, Folding& folding) {
  if (c == '\'' || c == '`') return;
  const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const bool kept = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
  if (kept) {
    folding.letters({&small, 1});
  } else {
    folding.gap();
  }
}

}  // namespace

std::string folded(std::string_view text) {
  Folding folding(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      fold_ascii(text[at++], folding);
      continue;
    }
    const CodePoint point = code_point(text.substr(at));
    if (is_sign(point.code)) {
      folding.gap();
    } else if (point.bytes > 0 && !is_mark(point.code)) {
      const std::string_view spelled = spelling(point.code);
      if (spelled != ".") folding.letters(spelled.empty() ? text.substr(at, point.bytes) : spelled);
    }
    at += std::max<std::size_t>(point.bytes, 1);
  }
  return folding.take();
}

std::vector<std::string_view> words(std::string_view folded_text) {
  std::vector<std::string_view> found;
  for (std::size_t begin = 0; begin < folded_text.size();) {
    const std::size_t end = std::min(folded_text.find(' ', begin), folded_text.size());
    if (end > begin) found.push_back(folded_text.substr(begin, end - begin));
    begin = end + 1;
  }
  return found;
}

std::string squeezed(std::string_view folded_text) {
  std::string letters;
  letters.reserve(folded_text.size());
  for (const char c : folded_text)
    if (c != ' ') letters += c;
  return letters;
}

}  // namespace smm::outcomes::linkage
