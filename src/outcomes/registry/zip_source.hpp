// SPDX-License-Identifier: Apache-2.0
// A member of a zip archive as a stream: unpacked while it is read (ISA-L), its length and CRC-32 checked.
// Throws DamagedSource when it does not unpack to what the directory says.
#pragma once

#include <memory>

#include "base/byte_source.hpp"
#include "outcomes/registry/stored_source.hpp"
#include "outcomes/registry/zip_directory.hpp"

namespace smm::outcomes::registry {

class ZipSource final : public base::ByteSource {
 public:
  // `file` must outlive this. Progress is in packed bytes of the member.
  ZipSource(const StoredBytes& file, ZipMember member, ReadProgress progress = {});
  ~ZipSource() override;

  std::size_t read(char* into, std::size_t capacity) override;

 private:
  class Unpacking;
  std::unique_ptr<Unpacking> unpacking_;
};

}  // namespace smm::outcomes::registry
