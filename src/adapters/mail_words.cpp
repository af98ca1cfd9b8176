// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_words.hpp"

#include <algorithm>

#include "crypto/base64.hpp"
#include "exchange/utf8.hpp"

namespace smm::adapters {
namespace {

constexpr std::size_t longest_line = 76;
constexpr std::string_view encoded_begin = "=?UTF-8?B?";
constexpr std::string_view encoded_end = "?=";

// Can be written as it is, and folded, and comes out the same: no space that folding would move to an edge,
// and nothing that a reader would decode.
bool is_plain(std::string_view text) {
  const bool ascii = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
  const bool edges = text.starts_with(' ') || text.ends_with(' ');
  return ascii && !edges && text.find("  ") == std::string_view::npos &&
         text.find("=?") == std::string_view::npos;
}

// The first word stays beside the header's name: a line of the name alone is a trap for old readers.
std::string folded_at_spaces(std::string_view begin, std::string_view text) {
  std::string out(begin);
  std::size_t used = begin.size();
  for (bool first = true; !text.empty(); first = false) {
    const std::size_t size = std::min(text.find(' ', 1), text.size());
    if (!first && used + size > longest_line) {
      out += "\r\n";
      used = 0;
    }
    out += text.substr(0, size);
    used += size;
    text.remove_prefix(size);
  }
  return out + "\r\n";
}

// Bytes of whole characters whose base64 fits into `room` characters.
std::size_t bytes_that_fit(std::string_view text, std::size_t room) {
  const std::size_t limit = room / 4 * 3;
  std::size_t size = 0;
  while (size < text.size()) {
    const std::size_t next = std::max<std::size_t>(exchange::utf8_length(text.substr(size)), 1);
    if (size + next > limit) break;
    size += next;
  }
  return size;
}

// Words of whole characters, parted by folds; a reader joins them without a space (RFC 2047, section 6.2).
std::string encoded_words(std::string_view begin, std::string_view text) {
  constexpr std::size_t frame = encoded_begin.size() + encoded_end.size();
  std::string out(begin);
  for (std::size_t used = begin.size(); !text.empty(); used = 1) {
    if (used == 1) out += "\r\n ";
    const std::size_t size = bytes_that_fit(text, longest_line - frame - used);
    out.append(encoded_begin).append(crypto::base64(text.substr(0, size))).append(encoded_end);
    text.remove_prefix(size);
  }
  return out;
}

std::string quoted_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string escaped(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'=', digits[byte >> 4], digits[byte & 15]};
}

// How the first character of `rest`, the rest of a line of text, is written.
std::string quoted_character(std::string_view rest, bool begins_line) {
  const char c = rest.front();
  const bool blank = (c == ' ' || c == '\t') && rest.size() > 1;
  const bool plain = (c > ' ' && c <= '~' && c != '=') || blank;
  const bool risky = begins_line && (c == '.' || rest.starts_with("From "));
  return plain && !risky ? std::string(1, c) : escaped(c);
}

// A soft break takes one character, "=", unless the line of text ends here.
void quote_line(std::string& out, std::string_view text) {
  for (std::size_t used = 0; !text.empty(); text.remove_prefix(1)) {
    std::string piece = quoted_character(text, used == 0);
    if (used + piece.size() > longest_line - (text.size() == 1 ? 0 : 1)) {
      out += "=\r\n";
      used = 0;
      piece = quoted_character(text, true);
    }
    out += piece;
    used += piece.size();
  }
  out += "\r\n";
}

}  // namespace

std::string text_header(std::string_view name, std::string_view text) {
  const std::string begin = std::string(name) + ": ";
  return is_plain(text) ? folded_at_spaces(begin, text) : encoded_words(begin, text) + "\r\n";
}

std::string mailbox_header(std::string_view name, const app::Mailbox& mailbox) {
  const std::string begin = std::string(name) + ": ";
  if (mailbox.name.empty()) return begin + mailbox.address + "\r\n";
  const std::string shown =
      is_plain(mailbox.name) ? begin + quoted_string(mailbox.name) : encoded_words(begin, mailbox.name);
  return shown + "\r\n <" + mailbox.address + ">\r\n";
}

std::string quoted_printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    quote_line(out, text.substr(0, end));
    text.remove_prefix(end);
    text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(text.size(), 1));
  }
  return out;
}

}  // namespace smm::adapters
