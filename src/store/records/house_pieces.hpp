// SPDX-License-Identifier: Apache-2.0
// A house file: all that an installation keeps, whatever database it stands on, as one sealed stream.
//
//   "smm house 1\n"
//   "key ID\n"           of the installation key, without which nothing opens
//   "data BASE64URL\n\n" the file's own data key, wrapped under that one
//   then pieces: the length of what follows (4 bytes, the least significant first), and sealed bytes
//
// Each piece is sealed for its number and for whether it is the last: what was cut off, changed, or put
// together from two files does not open, and the file is refused. Errors of the disk are EnvironmentErrors.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/secret_key.hpp"
#include "crypto/sha256_stream.hpp"
#include "store/records/durable_file.hpp"

namespace smm::store::records {

class HouseWriter {
 public:
  HouseWriter(DurableFile& file, const crypto::InstallationKey& key);

  void append(std::string_view bytes);
  // The last piece. Gives the SHA-256 of the whole file, in hex.
  std::string finish();
  std::int64_t bytes() const { return bytes_; }  // of the file so far

 private:
  void write(std::string_view bytes);
  void seal_piece(bool last);

  DurableFile& file_;
  crypto::DataKey data_key_;
  crypto::Sha256Stream hash_;
  std::string waiting_;
  std::uint64_t number_ = 0;
  std::int64_t bytes_ = 0;
};

// Reads what a HouseWriter wrote. Whatever is wrong with the file is the problem backup_damaged or, where it
// was made with another installation key, backup_key.
class HouseReader {
 public:
  static base::Result<HouseReader> open(const std::string& file, const crypto::InstallationKey& key);

  // The next bytes of the stream; false, with nothing taken, when the file is damaged before their end.
  bool take(std::size_t count, std::string& into);
  bool at_end();  // nothing is left, and the last piece was the last

  base::Problem damage() const;

  // Once all was read: SHA-256 of the whole file, in hex, and its size.
  std::string digest();
  std::int64_t bytes() const { return bytes_; }

 private:
  HouseReader(std::string path, std::ifstream file, crypto::DataKey key)
      : path_(std::move(path)), file_(std::move(file)), data_key_(std::move(key)) {}

  void read_already(std::string_view bytes);

  bool next_piece();

  std::string path_;
  std::ifstream file_;
  crypto::DataKey data_key_;
  std::string opened_;
  std::size_t taken_ = 0;
  crypto::Sha256Stream hash_;
  std::int64_t bytes_ = 0;
  std::uint64_t number_ = 0;
  bool last_seen_ = false;
};

}  // namespace smm::store::records
