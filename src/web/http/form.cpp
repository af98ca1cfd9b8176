// SPDX-License-Identifier: Apache-2.0
#include "web/http/form.hpp"

#include <algorithm>
#include <utility>

#include "web/http/media_type.hpp"

namespace smm::web::http {
namespace {

bool is_form(const Request& request) {
  const auto type = parse_media_type(request.headers.value("Content-Type"));
  if (request.headers.count("Content-Type") != 1 || !type) return false;
  if (type->name != "application/x-www-form-urlencoded") return false;
  const std::string* charset = type->parameters.find("charset");
  return !charset || *charset == "UTF-8" || *charset == "utf-8";
}

}  // namespace

std::variant<Parameters, Refusal> read_form(const Request& request, const FormLimits& limits) {
  if (!is_form(request)) return Refusal{415, "not a form"};
  const auto separators = std::ranges::count(request.body, '&');
  if (static_cast<std::size_t>(separators) >= limits.fields) return Refusal{413, "too many form fields"};
  auto fields = parse_parameters(request.body);
  if (!fields) return Refusal{400, "bad form"};
  const auto too_large = [&limits](const Parameter& field) {
    return field.name.size() > limits.name || field.value.size() > limits.value;
  };
  if (std::ranges::any_of(*fields, too_large)) return Refusal{413, "a form field is too large"};
  return *std::move(fields);
}

}  // namespace smm::web::http
