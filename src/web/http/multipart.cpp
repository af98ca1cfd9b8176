// SPDX-License-Identifier: Apache-2.0
#include "web/http/multipart.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "web/http/ascii.hpp"
#include "web/http/file_name.hpp"
#include "web/http/media_type.hpp"

namespace smm::web::http {
namespace {

constexpr std::string_view line_end = "\r\n";

// RFC 2046, section 5.1.1, without the space, which no browser uses.
bool is_boundary(std::string_view text) {
  return !text.empty() && text.size() <= 70 && std::ranges::all_of(text, [](char letter) {
    return (is_token({&letter, 1}) &&
            std::string_view("!#$%&*^`|~").find(letter) == std::string_view::npos) ||
           std::string_view("(),/:=?").find(letter) != std::string_view::npos;
  });
}

std::optional<std::string> boundary_of(const Request& request) {
  const auto type = parse_media_type(request.headers.value("Content-Type"));
  if (request.headers.count("Content-Type") != 1 || !type || type->name != "multipart/form-data")
    return std::nullopt;
  const std::string* boundary = type->parameters.find("boundary");
  return boundary && is_boundary(*boundary) ? std::optional(*boundary) : std::nullopt;
}

// The bytes before a mark, which is taken too; nothing when it does not come.
std::optional<std::string_view> take_until(std::string_view& rest, std::string_view mark) {
  const auto end = rest.find(mark);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(end + mark.size());
  return taken;
}

// A quote ends a name, whatever stands before it: browsers write one that is part of it as %22.
std::string decoded_name(std::string_view raw) {
  std::string name(raw);
  for (const auto& [escape, letter] : {std::pair("%22", '"'), {"%0D", '\r'}, {"%0A", '\n'}})
    for (auto at = name.find(escape); at != std::string::npos; at = name.find(escape, at + 1))
      name.replace(at, 3, 1, letter);
  return name;
}

struct Disposition {
  std::optional<std::string> name;
  std::optional<std::string> file;
};

// One of `name="..."` and `filename="..."`, each once.
bool take_disposition(std::string_view& rest, Disposition& disposition) {
  const auto key = take_until(rest, "=\"");
  const auto raw = key ? take_until(rest, "\"") : std::nullopt;
  if (!raw || !is_utf8(*raw) || has_control_character(*raw, true)) return false;
  const bool is_name = equal_ignoring_case(*key, "name");
  if (!is_name && !equal_ignoring_case(*key, "filename")) return false;
  std::optional<std::string>& place = is_name ? disposition.name : disposition.file;
  if (place) return false;
  place = decoded_name(*raw);
  return true;
}

std::optional<Disposition> disposition_of(std::string_view field) {
  Disposition disposition;
  std::string_view rest = field;
  if (!equal_ignoring_case(trimmed(rest.substr(0, rest.find(';'))), "form-data")) return std::nullopt;
  rest.remove_prefix(std::min(rest.find(';'), rest.size()));
  while (!rest.empty()) {
    rest = trimmed(rest.substr(1));  // without the ';'
    if (!take_disposition(rest, disposition)) return std::nullopt;
    rest = trimmed(rest);
    if (!rest.empty() && !rest.starts_with(';')) return std::nullopt;
  }
  return disposition.name ? std::optional(disposition) : std::nullopt;
}

struct PartHead {
  Disposition disposition;
  std::string type = "text/plain";
};

std::optional<Headers> part_headers(std::string_view head) {
  Headers headers;
  while (!head.empty()) {
    const auto line = take_until(head, line_end);
    const auto colon = line ? line->find(':') : std::string_view::npos;
    if (colon == std::string_view::npos || !is_token(line->substr(0, colon))) return std::nullopt;
    const std::string_view value = trimmed(line->substr(colon + 1));
    if (has_control_character(value, true)) return std::nullopt;
    headers.add(std::string(line->substr(0, colon)), std::string(value));
  }
  return headers;
}

std::optional<PartHead> part_head_of(std::string_view text) {
  const auto headers = part_headers(text);
  if (!headers || headers->count("Content-Disposition") != 1 || headers->count("Content-Type") > 1 ||
      headers->count("Content-Transfer-Encoding") > 0)
    return std::nullopt;
  auto disposition = disposition_of(headers->value("Content-Disposition"));
  if (!disposition) return std::nullopt;
  PartHead head{std::move(*disposition)};
  if (headers->count("Content-Type") == 1) head.type = headers->value("Content-Type");
  return head;
}

class MultipartReader {
 public:
  MultipartReader(std::string_view body, std::string_view boundary, const MultipartLimits& limits)
      : rest_(body), delimiter_(std::string("\r\n--").append(boundary)), limits_(limits) {}

  std::variant<MultipartForm, Refusal> read() {
    if (!rest_.starts_with(std::string_view(delimiter_).substr(2))) return malformed;
    rest_.remove_prefix(delimiter_.size() - 2);
    for (std::size_t parts = 0; !at_end(); ++parts) {
      if (parts == limits_.parts) return Refusal{413, "too many form parts"};
      if (const auto refused = read_part()) return *refused;
    }
    return std::move(form_);
  }

 private:
  static constexpr Refusal malformed{400, "bad multipart form"};

  bool at_end() const { return rest_ == "--" || rest_ == "--\r\n"; }

  std::optional<Refusal> read_part() {
    if (!rest_.starts_with(line_end)) return malformed;
    rest_.remove_prefix(line_end.size());
    const auto text = take_until(rest_, "\r\n\r\n");
    if (text && text->size() > limits_.part_head) return Refusal{413, "the head of a form part is too large"};
    if (!text) return malformed;
    auto head = part_head_of(std::string(*text) + "\r\n");
    const auto content = head ? take_until(rest_, delimiter_) : std::nullopt;
    if (!content) return malformed;
    return head->disposition.file ? keep_file(std::move(*head), *content) : keep_field(*head, *content);
  }

  std::optional<Refusal> keep_file(PartHead head, std::string_view content) {
    Disposition& named = head.disposition;
    if (named.name->size() > limits_.form.name) return Refusal{413, "a form field is too large"};
    if (named.file->empty() && content.empty()) return std::nullopt;
    form_.files.push_back(
        {std::move(*named.name), plain_file_name(*named.file), std::move(head.type), content});
    return std::nullopt;
  }

  std::optional<Refusal> keep_field(const PartHead& head, std::string_view content) {
    const std::string& name = *head.disposition.name;
    if (name.size() > limits_.form.name || content.size() > limits_.form.value)
      return Refusal{413, "a form field is too large"};
    if (!is_utf8(content) || content.find('\0') != std::string_view::npos) return malformed;
    form_.fields.add({name, std::string(content)});
    return std::nullopt;
  }

  std::string_view rest_;  // from right after a delimiter
  std::string delimiter_;
  const MultipartLimits& limits_;
  MultipartForm form_;
};

}  // namespace

std::variant<MultipartForm, Refusal> read_multipart(const Request& request, const MultipartLimits& limits) {
  const auto boundary = boundary_of(request);
  if (!boundary) return Refusal{415, "not a multipart form"};
  return MultipartReader(request.body, *boundary, limits).read();
}

}  // namespace smm::web::http
