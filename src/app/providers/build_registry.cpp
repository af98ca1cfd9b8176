// SPDX-License-Identifier: Apache-2.0
#include "app/providers/build_registry.hpp"

#include <optional>

#include "app/providers/finish_registry.hpp"
#include "crypto/sha256_stream.hpp"

namespace smm::app::providers {
namespace {

namespace registry = outcomes::registry;

std::string hex_of(const std::array<unsigned char, 32>& hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : hash) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::string sha256_of_file(const registry::StoredBytes& file) {
  std::string buffer(std::size_t{1} << 20, '\0');
  crypto::Sha256Stream stream;
  for (std::uint64_t at = 0;;) {
    const std::size_t count = file.read_at(at, buffer.data(), buffer.size());
    if (count == 0) return hex_of(stream.finish());
    stream.add(std::string_view(buffer).substr(0, count));
    at += count;
  }
}

}  // namespace

base::Result<BuiltRegistry> build_registry(const RegistryFiles& registry_files, const Files& files,
                                           const BuildRegistryRequest& request,
                                           const SourceProgress& progress) {
  auto opened = open_sources(registry_files, request.sources, progress);
  if (!opened) return std::move(opened).problems();
  std::optional<OpenRegistry> before;
  if (registry_files.exists(snapshot_path(request.folder)))
    if (auto found = open_registry(registry_files, request.folder)) before = *std::move(found);
  if (before) opened->known.previous = before->snapshot.provenance().id;
  if (request.hash_source) opened->known.source_sha256 = sha256_of_file(*opened->files.front());
  const auto draft = registry_files.draft(snapshot_path(request.folder));
  registry::BuildOptions options;
  options.threads = request.threads;
  auto outcome = registry::build_snapshot(opened->sources, opened->known, *draft, options);
  if (!outcome) return std::move(outcome).problems();
  return finish_registry(*draft, files, request.folder, before ? &*before : nullptr, outcome->rejected);
}

}  // namespace smm::app::providers
