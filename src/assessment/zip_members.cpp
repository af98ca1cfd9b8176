// SPDX-License-Identifier: Apache-2.0
#include "assessment/zip_members.hpp"

#include <set>

namespace smm::assessment {
namespace {

constexpr std::size_t end_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t local_size = 30;
constexpr std::size_t most_members = 10'000;

// Numbers lie lowest byte first. The caller has made sure that they are there.
std::uint32_t number_at(std::string_view bytes, std::size_t at, int length) {
  std::uint32_t number = 0;
  for (int i = length - 1; i >= 0; --i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return number;
}

bool fits(std::string_view bytes, std::size_t at, std::size_t length) {
  return at <= bytes.size() && length <= bytes.size() - at;
}

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos) return false;
  if (name == ".." || name.starts_with("../") || name.ends_with("/..")) return false;
  if (name.find("/../") != std::string_view::npos) return false;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  }
  return true;
}

struct Directory {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t entries = 0;
};

std::optional<Directory> directory_of(std::string_view bytes) {
  if (bytes.size() < end_size || !bytes.starts_with("PK\x03\x04")) return std::nullopt;
  const std::size_t end = bytes.size() - end_size;
  if (bytes.substr(end, 4) != "PK\x05\x06") return std::nullopt;
  const bool one_disk = number_at(bytes, end + 4, 4) == 0;
  const std::uint32_t entries = number_at(bytes, end + 8, 2);
  const bool all_here = entries == number_at(bytes, end + 10, 2);
  const std::size_t size = number_at(bytes, end + 12, 4);
  const std::size_t begin = number_at(bytes, end + 16, 4);
  const bool no_comment = number_at(bytes, end + 20, 2) == 0;
  if (!one_disk || !all_here || !no_comment || entries == 0 || entries > most_members) return std::nullopt;
  if (begin > end || size != end - begin) return std::nullopt;
  return Directory{begin, end, entries};
}

// The member behind a directory entry, checked against its local header.
std::optional<ZipMember> member_at(std::string_view bytes, std::size_t entry, const Directory& directory,
                                   std::string_view name) {
  const std::uint32_t flags = number_at(bytes, entry + 8, 2);
  const std::uint32_t method = number_at(bytes, entry + 10, 2);
  const std::size_t packed = number_at(bytes, entry + 20, 4);
  const std::size_t local = number_at(bytes, entry + 42, 4);
  const bool encrypted = (flags & 0x2041U) != 0;  // bits 0, 6 and 13
  if (encrypted || (method != 0 && method != 8) || !is_safe_name(name)) return std::nullopt;
  const std::string_view members = bytes.substr(0, directory.begin);
  if (!fits(members, local, local_size) || members.substr(local, 4) != "PK\x03\x04") return std::nullopt;
  const std::size_t name_length = number_at(bytes, local + 26, 2);
  const std::size_t data = local + local_size + name_length + number_at(bytes, local + 28, 2);
  if (!fits(members, data, packed) || members.substr(local + local_size, name_length) != name)
    return std::nullopt;
  if (number_at(bytes, local + 8, 2) != method) return std::nullopt;
  return ZipMember{std::string(name), method == 0, bytes.substr(data, packed),
                   number_at(bytes, entry + 24, 4)};
}

}  // namespace

std::optional<std::vector<ZipMember>> zip_members(std::string_view bytes) {
  const auto directory = directory_of(bytes);
  if (!directory) return std::nullopt;
  const std::string_view entries = bytes.substr(0, directory->end);
  std::vector<ZipMember> members;
  std::set<std::string, std::less<>> names;
  std::size_t at = directory->begin;
  for (std::size_t i = 0; i < directory->entries; ++i) {
    if (!fits(entries, at, entry_size) || entries.substr(at, 4) != "PK\x01\x02") return std::nullopt;
    const std::size_t name_length = number_at(bytes, at + 28, 2);
    const std::size_t rest = number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    if (!fits(entries, at + entry_size, name_length + rest)) return std::nullopt;
    const std::string_view name = bytes.substr(at + entry_size, name_length);
    auto member = member_at(bytes, at, *directory, name);
    if (!member || !names.insert(member->name).second) return std::nullopt;
    members.push_back(*std::move(member));
    at += entry_size + name_length + rest;
  }
  if (at != directory->end) return std::nullopt;
  return members;
}

}  // namespace smm::assessment
