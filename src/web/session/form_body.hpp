// SPDX-License-Identifier: Apache-2.0
// What a form sent: fields, and files if it was a form with files.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "web/http/parameters.hpp"
#include "web/http/request.hpp"

namespace smm::web {

struct Upload {
  std::string field;
  std::string file_name;  // as the browser said; for showing only
  std::string bytes;
};

struct FormBody {
  http::Parameters fields;
  std::vector<Upload> files;
};

// An empty body is an empty form. Problem: bad_form.
base::Result<FormBody> read_form_body(const http::Request& request);

}  // namespace smm::web
