// SPDX-License-Identifier: Apache-2.0
#include "store/records/backup_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <functional>

#include "base/environment_error.hpp"
#include "crypto/sha256_stream.hpp"
#include "store/records/problems.hpp"

namespace smm::store::records {
namespace {

constexpr std::string_view bytes_label = "\nsmm backup 1\nbytes ";
constexpr std::string_view schema_label = "\nschema ";
constexpr std::string_view checksum_label = "\nsha256 ";
constexpr std::size_t digits = 20;
constexpr std::size_t checksum_length = 64;
constexpr std::size_t checked_length =
    bytes_label.size() + digits + schema_label.size() + digits + checksum_label.size();
constexpr std::size_t trailer_length = checked_length + checksum_length + 1;

std::string padded_number(std::int64_t number) {
  const std::string text = std::to_string(number);
  return std::string(digits - text.size(), '0') + text;
}

std::string checked_part(std::int64_t bytes, std::int64_t schema) {
  return std::string(bytes_label) + padded_number(bytes) + std::string(schema_label) + padded_number(schema) +
         std::string(checksum_label);
}

std::string hex_of(const std::array<unsigned char, 32>& digest) {
  constexpr std::string_view letters = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += letters[byte >> 4];
    text += letters[byte & 15];
  }
  return text;
}

using Take = std::function<void(std::string_view)>;

void read_first(const std::string& file, std::int64_t bytes, const Take& take) {
  std::ifstream input(file, std::ios::binary);
  std::string block(std::size_t{1} << 20, '\0');
  while (bytes > 0) {
    const auto wanted = std::min<std::int64_t>(bytes, static_cast<std::int64_t>(block.size()));
    if (!input.read(block.data(), wanted)) throw base::EnvironmentError("reading " + file + " failed");
    take(std::string_view(block).substr(0, static_cast<std::size_t>(wanted)));
    bytes -= wanted;
  }
}

std::int64_t size_of(const std::string& file) {
  std::error_code failure;
  const auto size = std::filesystem::file_size(file, failure);
  if (failure) throw base::EnvironmentError("reading " + file + ": " + failure.message());
  return static_cast<std::int64_t>(size);
}

std::int64_t number_at(std::string_view text, std::size_t at) {
  std::int64_t number = -1;
  const std::string_view written = text.substr(at, digits);
  const auto end = std::from_chars(written.data(), written.data() + written.size(), number);
  return end.ec == std::errc() && end.ptr == written.data() + written.size() ? number : -1;
}

// What a trailer says, if it is one.
std::optional<app::BackupSummary> read_trailer(std::string_view trailer) {
  app::BackupSummary said;
  said.bytes = number_at(trailer, bytes_label.size());
  said.schema = number_at(trailer, bytes_label.size() + digits + schema_label.size());
  said.sha256 = trailer.substr(checked_length, checksum_length);
  if (said.bytes < 0 || said.schema < 0) return std::nullopt;
  if (checked_part(said.bytes, said.schema) + said.sha256 + "\n" != trailer) return std::nullopt;
  return said;
}

base::Problem damaged(const std::string& file, const std::string& why) {
  return base::Problem(problem::backup_damaged, why + "; take another backup", base::Place{file});
}

}  // namespace

app::BackupSummary add_trailer(DurableFile& file, std::int64_t schema) {
  const std::int64_t bytes = size_of(file.part());
  const std::string checked = checked_part(bytes, schema);
  crypto::Sha256Stream hash;
  read_first(file.part(), bytes, [&](std::string_view block) { hash.add(block); });
  hash.add(checked);
  app::BackupSummary summary{bytes, schema, hex_of(hash.finish())};
  file.append(checked + summary.sha256 + "\n");
  return summary;
}

base::Result<app::BackupSummary> check_backup(const std::string& file) {
  const std::int64_t size = size_of(file);
  const auto length = static_cast<std::int64_t>(trailer_length);
  if (size < length) return damaged(file, "this is no backup, or only its beginning");
  std::string trailer;
  std::int64_t read = 0;
  crypto::Sha256Stream hash;
  read_first(file, size, [&](std::string_view block) {
    const auto database =
        std::clamp<std::int64_t>(size - length - read, 0, static_cast<std::int64_t>(block.size()));
    hash.add(block.substr(0, static_cast<std::size_t>(database)));
    trailer += block.substr(static_cast<std::size_t>(database));
    read += static_cast<std::int64_t>(block.size());
  });
  const auto said = read_trailer(trailer);
  if (!said || said->bytes != size - length)
    return damaged(file, "this is no backup, or its end was cut off or changed");
  hash.add(std::string_view(trailer).substr(0, checked_length));
  if (hex_of(hash.finish()) != said->sha256) return damaged(file, "the backup was changed after it was made");
  return *said;
}

void copy_bytes(const std::string& from, std::int64_t bytes, DurableFile& to) {
  read_first(from, bytes, [&](std::string_view block) { to.append(block); });
}

}  // namespace smm::store::records
