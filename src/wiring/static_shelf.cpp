// SPDX-License-Identifier: Apache-2.0
#include "wiring/static_shelf.hpp"

#include "base/environment_error.hpp"
#include "crypto/hash.hpp"
#include "web/http/static_files.hpp"

namespace smm::wiring {
namespace {

constexpr std::string_view static_folder = "static/";

// "app.css" with its content becomes "/static/app.3f9ac2d1.css".
std::string stamped_path(const std::string& name, const std::string& bytes) {
  const std::string stamp = crypto::sha256_hex(bytes).substr(0, 8);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) return "/static/" + name + "." + stamp;
  return "/static/" + name.substr(0, dot) + "." + stamp + name.substr(dot);
}

}  // namespace

StaticShelf::StaticShelf(const app::Content& content) {
  for (const std::string& path : content.list(static_folder)) {
    const std::string name = path.substr(static_folder.size());
    std::string bytes = *content.read(path);
    files_.push_back(
        {stamped_path(name, bytes), std::string(web::http::content_type_of(name)), std::move(bytes)});
  }
  assets_ = {path_of("app.css"), path_of("htmx.min.js"), path_of("app.js"), path_of("favicon.svg")};
}

std::string StaticShelf::path_of(std::string_view name) const {
  const std::size_t dot = name.rfind('.');
  const std::string begin = "/static/" + std::string(name.substr(0, dot)) + ".";
  for (const File& file : files_) {
    const bool same_length = file.path.size() == begin.size() + 8 + (name.size() - dot);
    if (same_length && file.path.starts_with(begin) && file.path.ends_with(name.substr(dot)))
      return file.path;
  }
  throw base::EnvironmentError("the content has no static/" + std::string(name));
}

void StaticShelf::add_to(web::http::Router& router) const {
  for (const File& file : files_)
    web::http::add_static_file(router, {file.path, file.bytes, file.type, web::http::Caching::forever});
}

}  // namespace smm::wiring
