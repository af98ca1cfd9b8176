// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/zip_source.hpp"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "outcomes/registry/damaged_source.hpp"

namespace smm::outcomes::registry {

class ZipSource::Unpacking {
 public:
  Unpacking(const StoredBytes& file, ZipMember member, ReadProgress progress)
      : file_(file), member_(std::move(member)), progress_(std::move(progress)), packed_(256U << 10) {
    isal_inflate_init(&state_);
    state_.crc_flag = ISAL_DEFLATE;
  }

  std::size_t read(char* into, std::size_t capacity) {
    if (!placed_) find_data();
    if (finished_ || capacity == 0) return 0;
    const std::size_t count = member_.method == 0 ? copy(into, capacity) : inflate(into, capacity);
    made_ += count;
    crc_ = crc32_gzip_refl(crc_, reinterpret_cast<const unsigned char*>(into), count);
    if (made_ > member_.bytes) fail("is longer than its directory says");
    if (count == 0) finish();
    return count;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw DamagedSource("its member \"" + member_.name + "\" " + what + "; the archive is damaged");
  }

  // The member's own header repeats its name; its length may differ from the directory's.
  void find_data() {
    unsigned char header[30] = {};
    std::size_t used = 0;
    while (used < sizeof header) {
      const std::size_t got = file_.read_at(member_.header_offset + used,
                                            reinterpret_cast<char*>(header) + used, sizeof header - used);
      if (got == 0) fail("has no header");
      used += got;
    }
    if (header[0] != 'P' || header[1] != 'K' || header[2] != 3 || header[3] != 4) fail("has no header");
    const auto field = [&](std::size_t at) {
      return std::uint64_t{header[at]} | std::uint64_t{header[at + 1]} << 8;
    };
    offset_ = member_.header_offset + sizeof header + field(26) + field(28);
    left_ = member_.packed_bytes;
    placed_ = true;
  }

  // The next packed bytes; none at the end of the member.
  std::size_t read_packed(char* into, std::size_t capacity) {
    const std::size_t wanted = std::min<std::uint64_t>(capacity, left_);
    const std::size_t got = wanted == 0 ? 0 : file_.read_at(offset_, into, wanted);
    if (got == 0 && wanted > 0) fail("is cut off");
    offset_ += got;
    left_ -= got;
    if (progress_) progress_(member_.packed_bytes - left_);
    return got;
  }

  std::size_t copy(char* into, std::size_t capacity) { return read_packed(into, capacity); }

  std::size_t inflate(char* into, std::size_t capacity) {
    const auto room = static_cast<std::uint32_t>(
        std::min<std::size_t>(capacity, std::numeric_limits<std::uint32_t>::max()));
    state_.next_out = reinterpret_cast<unsigned char*>(into);
    state_.avail_out = room;
    while (state_.avail_out == room && state_.block_state != ISAL_BLOCK_FINISH) {
      if (state_.avail_in == 0) {
        const std::size_t got = read_packed(packed_.data(), packed_.size());
        state_.next_in = reinterpret_cast<unsigned char*>(packed_.data());
        state_.avail_in = static_cast<std::uint32_t>(got);
        drained_ = got == 0;
      }
      if (isal_inflate(&state_) != ISAL_DECOMP_OK) fail("does not unpack");
      if (drained_ && state_.avail_out == room && state_.block_state != ISAL_BLOCK_FINISH) fail("is cut off");
    }
    return room - state_.avail_out;
  }

  void finish() {
    finished_ = true;
    if (made_ != member_.bytes) fail("is shorter than its directory says");
    if (crc_ != member_.crc) fail("has another checksum than its directory says");
  }

  const StoredBytes& file_;
  ZipMember member_;
  ReadProgress progress_;
  std::vector<char> packed_;
  inflate_state state_{};
  bool placed_ = false;
  bool finished_ = false;
  bool drained_ = false;
  std::uint64_t offset_ = 0;
  std::uint64_t left_ = 0;
  std::uint64_t made_ = 0;
  std::uint32_t crc_ = 0;
};

ZipSource::ZipSource(const StoredBytes& file, ZipMember member, ReadProgress progress)
    : unpacking_(std::make_unique<Unpacking>(file, std::move(member), std::move(progress))) {}

ZipSource::~ZipSource() = default;

std::size_t ZipSource::read(char* into, std::size_t capacity) {
  return unpacking_->read(into, capacity);
}

}  // namespace smm::outcomes::registry
