// SPDX-License-Identifier: Apache-2.0
#include "web/http/static_files.hpp"

#include <array>
#include <memory>
#include <utility>

#include "web/http/etag.hpp"
#include "web/http/gzip.hpp"
#include "web/http/negotiation.hpp"

namespace smm::web::http {
namespace {

constexpr int small_level = 9;

struct StoredFile {
  StaticFile file;
  std::string etag;
  std::string compressed;  // empty: sent as it is
};

std::shared_ptr<const StoredFile> stored(const StaticFile& file) {
  auto kept = std::make_shared<StoredFile>(StoredFile{file, etag_of(file.bytes), ""});
  if (!is_worth_compressing(file.content_type)) return kept;
  std::string compressed = gzip(file.bytes, small_level);
  if (compressed.size() + compressed.size() / 10 < file.bytes.size())
    kept->compressed = std::move(compressed);
  return kept;
}

Response answer_file(const StoredFile& stored, const Request& request) {
  const bool forever = stored.file.caching == Caching::forever;
  Response response;
  response.compress = false;
  response.headers.add("Content-Type", stored.file.content_type);
  response.headers.add("Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache");
  response.headers.add("ETag", stored.etag);
  response.body = LastingBytes{stored.file.bytes};
  if (stored.compressed.empty()) return response;
  response.headers.add("Vary", "Accept-Encoding");
  if (!takes_gzip(request.headers)) return response;
  response.headers.add("Content-Encoding", "gzip");
  response.headers.set("ETag", etag_of_gzip(stored.etag));
  response.body = LastingBytes{stored.compressed};
  return response;
}

}  // namespace

void add_static_file(Router& router, const StaticFile& file) {
  router.add(Method::get, file.path,
             [kept = stored(file)](const Request& request) { return answer_file(*kept, request); });
}

std::string_view content_type_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> types{{
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".html", "text/html; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"},
      {".json", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".webmanifest", "application/manifest+json"},
      {".pdf", "application/pdf"},
  }};
  for (const auto& [ending, type] : types)
    if (name.ends_with(ending)) return type;
  return "application/octet-stream";
}

}  // namespace smm::web::http
