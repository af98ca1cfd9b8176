// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/zip_directory.hpp"

#include <algorithm>
#include <optional>

#include "outcomes/registry/problems.hpp"

namespace smm::outcomes::registry {
namespace {

constexpr std::uint64_t longest_directory = std::uint64_t{64} << 20;
constexpr std::size_t end_bytes = 22;
constexpr std::size_t longest_comment = 0xffff;

std::string read_bytes(const StoredBytes& file, std::uint64_t offset, std::uint64_t count) {
  std::string bytes(count, '\0');
  std::size_t used = 0;
  while (used < bytes.size()) {
    const std::size_t got = file.read_at(offset + used, bytes.data() + used, bytes.size() - used);
    if (got == 0) break;
    used += got;
  }
  bytes.resize(used);
  return bytes;
}

// Little-endian fields of a record; reading beyond the end gives zeros and is remembered.
class Fields {
 public:
  explicit Fields(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t take(std::size_t width) {
    std::uint64_t number = 0;
    const std::string_view field = text(width);
    for (std::size_t at = field.size(); at > 0; --at)
      number = number << 8 | static_cast<unsigned char>(field[at - 1]);
    return number;
  }
  std::string_view text(std::size_t width) {
    short_ = short_ || width > bytes_.size();
    const std::string_view field = bytes_.substr(0, width);
    bytes_.remove_prefix(field.size());
    return field;
  }
  void skip(std::size_t width) { text(width); }
  bool at_end() const { return bytes_.empty(); }
  bool ran_short() const { return short_; }

 private:
  std::string_view bytes_;
  bool short_ = false;
};

struct DirectoryPlace {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
  std::uint64_t members = 0;
};

// A field that holds only ones is told in the zip64 record instead.
bool in_zip64(std::uint64_t number, std::size_t width) {
  return number == (width == 2 ? 0xffff : 0xffffffff);
}

std::optional<DirectoryPlace> zip64_place(const StoredBytes& file, std::uint64_t end_offset) {
  if (end_offset < 20) return std::nullopt;
  const std::string locator = read_bytes(file, end_offset - 20, 20);
  Fields at(locator);
  if (at.take(4) != 0x07064b50) return std::nullopt;
  at.skip(4);
  const std::uint64_t offset = at.take(8);
  if (offset > file.size()) return std::nullopt;
  const std::string record = read_bytes(file, offset, 56);
  Fields of(record);
  if (of.take(4) != 0x06064b50) return std::nullopt;
  of.skip(28);
  DirectoryPlace place;
  place.members = of.take(8);
  place.bytes = of.take(8);
  place.offset = of.take(8);
  if (of.ran_short()) return std::nullopt;
  return place;
}

std::optional<DirectoryPlace> find_directory(const StoredBytes& file) {
  const std::uint64_t tail_bytes = std::min<std::uint64_t>(file.size(), end_bytes + longest_comment);
  const std::uint64_t tail_offset = file.size() - tail_bytes;
  const std::string tail = read_bytes(file, tail_offset, tail_bytes);
  const std::size_t end = tail.rfind("PK\x05\x06");
  if (end == std::string::npos || tail.size() - end < end_bytes) return std::nullopt;
  Fields at(std::string_view(tail).substr(end + 4));
  at.skip(6);
  DirectoryPlace place;
  place.members = at.take(2);
  place.bytes = at.take(4);
  place.offset = at.take(4);
  if (in_zip64(place.members, 2) || in_zip64(place.bytes, 4) || in_zip64(place.offset, 4))
    return zip64_place(file, tail_offset + end);
  return place;
}

// Sizes and place that did not fit into the entry itself, in this order.
void read_zip64_fields(std::string_view extra, ZipMember& member) {
  Fields fields(extra);
  while (!fields.at_end()) {
    const std::uint64_t kind = fields.take(2);
    Fields of(fields.text(fields.take(2)));
    if (kind != 1) continue;
    for (std::uint64_t* number : {&member.bytes, &member.packed_bytes, &member.header_offset})
      if (in_zip64(*number, 4)) *number = of.take(8);
  }
}

// False when the entry is none, or asks for what is not read here.
bool read_member(Fields& fields, ZipMember& member, bool& supported) {
  if (fields.take(4) != 0x02014b50) return false;
  fields.skip(4);
  const std::uint64_t flags = fields.take(2);
  member.method = static_cast<std::uint16_t>(fields.take(2));
  fields.skip(4);
  member.crc = static_cast<std::uint32_t>(fields.take(4));
  member.packed_bytes = fields.take(4);
  member.bytes = fields.take(4);
  const std::size_t name = fields.take(2);
  const std::size_t extra = fields.take(2);
  const std::size_t comment = fields.take(2);
  fields.skip(8);
  member.header_offset = fields.take(4);
  member.name = fields.text(name);
  read_zip64_fields(fields.text(extra), member);
  fields.skip(comment);
  supported = (flags & 1) == 0 && (member.method == 0 || member.method == 8);
  return !fields.ran_short();
}

base::Problem damaged(const std::string& source) {
  return base::Problem(problem::zip_damaged,
                       "its directory cannot be read; the archive is cut off or damaged",
                       base::Place{source, 0, 0});
}

}  // namespace

bool is_zip(const StoredBytes& file) {
  const std::string head = read_bytes(file, 0, 4);
  return head == "PK\x03\x04" || head == "PK\x05\x06";
}

base::Result<std::vector<ZipMember>> read_zip_directory(const StoredBytes& file, const std::string& source) {
  const auto place = find_directory(file);
  if (!place || place->bytes > longest_directory || place->offset > file.size()) return damaged(source);
  const std::string bytes = read_bytes(file, place->offset, place->bytes);
  Fields fields(bytes);
  std::vector<ZipMember> members;
  for (std::uint64_t at = 0; at < place->members; ++at) {
    ZipMember member;
    bool supported = false;
    if (!read_member(fields, member, supported)) return damaged(source);
    if (member.name.ends_with('/')) continue;
    if (!supported)
      return base::Problem(
          problem::zip_unsupported,
          "its member \"" + member.name + "\" is encrypted or packed in another way than deflate",
          base::Place{source, 0, 0});
    members.push_back(std::move(member));
  }
  return members;
}

}  // namespace smm::outcomes::registry
