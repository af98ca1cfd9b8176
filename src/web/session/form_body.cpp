// SPDX-License-Identifier: Apache-2.0
#include "web/session/form_body.hpp"

#include "web/http/form.hpp"
#include "web/http/multipart.hpp"
#include "web/session/problems.hpp"

namespace smm::web {

namespace {

base::Problem unreadable(const http::Refusal& refusal) {
  return {problem::bad_form, std::string(refusal.reason)};
}

base::Result<FormBody> with_files(const http::Request& request) {
  const auto read = http::read_multipart(request);
  if (const auto* refusal = std::get_if<http::Refusal>(&read)) return unreadable(*refusal);
  const auto& sent = std::get<http::MultipartForm>(read);
  FormBody body{sent.fields, {}};
  for (const http::SentFile& file : sent.files)
    body.files.push_back({file.field, file.name, std::string(file.bytes)});
  return body;
}

}  // namespace

base::Result<FormBody> read_form_body(const http::Request& request) {
  if (request.body.empty()) return FormBody();
  if (request.headers.value("Content-Type").starts_with("multipart/form-data")) return with_files(request);
  auto fields = http::read_form(request);
  if (const auto* refusal = std::get_if<http::Refusal>(&fields)) return unreadable(*refusal);
  return FormBody{std::get<http::Parameters>(std::move(fields)), {}};
}

}  // namespace smm::web
