// SPDX-License-Identifier: Apache-2.0
// The body of a form without files: application/x-www-form-urlencoded, in UTF-8. Its size is limited before,
// by the route's body limit.
//
// Refused: another Content-Type (415), more or larger fields than the limits (413), and what parse_parameters
// refuses (400).
#pragma once

#include <cstddef>
#include <variant>

#include "web/http/parameters.hpp"
#include "web/http/refusal.hpp"
#include "web/http/request.hpp"

namespace smm::web::http {

// Sizes are bytes, decoded.
struct FormLimits {
  std::size_t fields = 1000;
  std::size_t name = 200;
  std::size_t value = 128 * 1024;
};

std::variant<Parameters, Refusal> read_form(const Request& request, const FormLimits& limits = {});

}  // namespace smm::web::http
