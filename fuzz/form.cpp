// SPDX-License-Identifier: Apache-2.0
// Bodies of forms, with and without files: what is taken is text, within the limits, with harmless file
// names; and a form with files, written out again in the plainest form, is read as the same.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/assert.hpp"
#include "web/http/ascii.hpp"
#include "web/http/cookies.hpp"
#include "web/http/file_name.hpp"
#include "web/http/form.hpp"
#include "web/http/multipart.hpp"

namespace http = smm::web::http;

namespace {

http::MultipartLimits small_limits() {
  http::MultipartLimits limits;
  limits.parts = 5;
  limits.part_head = 200;
  limits.form = {.fields = 5, .name = 30, .value = 100};
  return limits;
}

const http::MultipartLimits limits = small_limits();

void check_fields(const http::Parameters& fields) {
  SMM_ASSERT(fields.size() <= limits.form.fields);
  for (const http::Parameter& field : fields) {
    SMM_ASSERT(field.name.size() <= limits.form.name && field.value.size() <= limits.form.value);
    SMM_ASSERT(http::is_utf8(field.name) && http::is_utf8(field.value));
    SMM_ASSERT((field.name + field.value).find('\0') == std::string::npos);
  }
}

void check_file_name(const std::string& name) {
  SMM_ASSERT(!name.empty() && name.size() <= http::longest_file_name && http::is_utf8(name));
  SMM_ASSERT(name.find_first_of("/\\<>:\"|?*") == std::string::npos && !name.starts_with('.'));
  SMM_ASSERT(!http::has_control_character(name, false) && http::plain_file_name(name) == name);
}

constexpr std::string_view boundary = "another-boundary";

std::string escaped(std::string_view name) {
  std::string text;
  for (const char letter : name)
    text += letter == '"' ? "%22" : letter == '\r' ? "%0D" : letter == '\n' ? "%0A" : std::string(1, letter);
  return text;
}

std::string part(const std::string& parameters, std::string_view content) {
  std::string text =
      "--" + std::string(boundary) + "\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n";
  return text.append(content).append("\r\n");
}

std::string written_out(const http::MultipartForm& form) {
  std::string body;
  for (const auto& field : form.fields) body += part("name=\"" + escaped(field.name) + "\"", field.value);
  for (const auto& file : form.files)
    body += part("name=\"" + escaped(file.field) + "\"; filename=\"" + file.name + "\"", file.bytes);
  return body + "--" + std::string(boundary) + "--";
}

std::size_t times(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++count;
  return count;
}

void check_multipart(const http::MultipartForm& form) {
  check_fields(form.fields);
  for (const http::SentFile& file : form.files) check_file_name(file.name);
  http::Request again;
  again.body = written_out(form);
  if (times(again.body, boundary) != form.fields.size() + form.files.size() + 1) return;
  again.headers.add("Content-Type", "multipart/form-data; boundary=" + std::string(boundary));
  http::MultipartLimits generous;
  const auto read = http::read_multipart(again, generous);
  const auto* second = std::get_if<http::MultipartForm>(&read);
  SMM_ASSERT(second && second->fields == form.fields && second->files.size() == form.files.size());
  for (std::size_t at = 0; at < form.files.size(); ++at) {
    SMM_ASSERT(second->files[at].bytes == form.files[at].bytes);
    SMM_ASSERT(second->files[at].name == form.files[at].name);
  }
}

}  // namespace

// The first line is the type, the rest the body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto line = std::min(bytes.find('\n'), bytes.size());
  http::Request request;
  request.headers.add("Content-Type", std::string(bytes.substr(0, line)));
  request.headers.add("Cookie", std::string(bytes.substr(0, line)));
  request.body = bytes.substr(std::min(line + 1, bytes.size()));
  if (http::is_utf8(request.body)) check_file_name(http::plain_file_name(request.body));
  if (const auto value = http::cookie(request.headers, "a"))
    SMM_ASSERT(value->find(';') == std::string::npos);
  const auto form = http::read_form(request, limits.form);
  if (const auto* fields = std::get_if<http::Parameters>(&form)) check_fields(*fields);
  const auto multipart = http::read_multipart(request, limits);
  if (const auto* read = std::get_if<http::MultipartForm>(&multipart)) check_multipart(*read);
  return 0;
}
