// SPDX-License-Identifier: Apache-2.0
#include "store/records/house_pieces.hpp"

#include <array>

#include "base/environment_error.hpp"
#include "crypto/base64.hpp"
#include "crypto/framing.hpp"
#include "crypto/key_wrap.hpp"
#include "crypto/seal.hpp"
#include "store/records/problems.hpp"

namespace smm::store::records {
namespace {

constexpr std::string_view house_title = "smm house 1";
constexpr std::string_view house_owner = "house file";
constexpr std::size_t piece_size = std::size_t{1} << 20;
constexpr std::size_t longest_piece = piece_size + crypto::seal_overhead;

std::string place_of_piece(std::uint64_t number, bool last) {
  return crypto::framed({"house piece", std::to_string(number), last ? "last" : "more"});
}

std::string hex_digest(const std::array<unsigned char, 32>& digest) {
  constexpr std::string_view letters = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) (text += letters[byte >> 4]) += letters[byte & 15];
  return text;
}

base::Problem no_house(const std::string& path, const std::string& why) {
  return {problem::backup_damaged, why + "; take another backup", base::Place{path, 0, 0}};
}

// "key ID" -> ID; nothing for another word.
std::optional<std::string> after_word(const std::string& line, std::string_view word) {
  if (line.substr(0, word.size()) != word) return std::nullopt;
  return line.substr(word.size());
}

struct HouseHead {
  std::string key_id;
  std::string wrapped;
  std::string bytes;
};

std::optional<HouseHead> read_head(std::ifstream& file) {
  std::array<std::string, 4> lines;
  for (std::string& line : lines)
    if (!std::getline(file, line) || line.size() > 1000) return std::nullopt;
  const auto id = after_word(lines[1], "key ");
  const auto data = after_word(lines[2], "data ");
  if (lines[0] != house_title || !id || !data || !lines[3].empty()) return std::nullopt;
  const auto wrapped = crypto::from_base64url(*data);
  if (!wrapped) return std::nullopt;
  return HouseHead{*id, *wrapped, lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n\n"};
}

}  // namespace

HouseWriter::HouseWriter(DurableFile& file, const crypto::InstallationKey& key)
    : file_(file), data_key_(crypto::DataKey::make()) {
  const crypto::WrappedKey wrapped = crypto::wrap(key, data_key_, house_owner);
  write(std::string(house_title) + "\nkey " + wrapped.key_id + "\ndata " + crypto::base64url(wrapped.sealed) +
        "\n\n");
}

void HouseWriter::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view part = bytes.substr(0, piece_size - waiting_.size());
    waiting_ += part;
    bytes.remove_prefix(part.size());
    if (waiting_.size() == piece_size) seal_piece(false);
  }
}

std::string HouseWriter::finish() {
  seal_piece(true);
  return hex_digest(hash_.finish());
}

void HouseWriter::write(std::string_view bytes) {
  file_.append(bytes);
  hash_.add(bytes);
  bytes_ += static_cast<std::int64_t>(bytes.size());
}

void HouseWriter::seal_piece(bool last) {
  const std::string sealed = crypto::seal(data_key_, waiting_, place_of_piece(number_++, last));
  std::string length;
  for (unsigned shift = 0; shift < 32; shift += 8)
    length += static_cast<char>(static_cast<unsigned char>(sealed.size() >> shift));
  write(length);
  write(sealed);
  waiting_.clear();
}

base::Result<HouseReader> HouseReader::open(const std::string& path, const crypto::InstallationKey& key) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw base::EnvironmentError("cannot read " + path);
  const auto head = read_head(file);
  if (!head) return no_house(path, "this is no backup, or only its beginning");
  if (head->key_id != crypto::key_id(key))
    return base::Problem(problem::backup_key,
                         "the backup was made with installation key " + head->key_id +
                             ", and the key at hand is " + crypto::key_id(key),
                         base::Place{path, 0, 0});
  auto data_key = crypto::unwrap(key, {head->key_id, head->wrapped}, house_owner);
  if (!data_key) return no_house(path, "the key in the backup does not open");
  HouseReader reader(path, std::move(file), std::move(*data_key));
  reader.read_already(head->bytes);
  return reader;
}

bool HouseReader::take(std::size_t count, std::string& into) {
  into.clear();
  while (into.size() < count) {
    if (taken_ == opened_.size() && !next_piece()) return false;
    const std::size_t part = std::min(count - into.size(), opened_.size() - taken_);
    into.append(opened_, taken_, part);
    taken_ += part;
  }
  return true;
}

bool HouseReader::at_end() {
  while (taken_ == opened_.size() && !last_seen_)
    if (!next_piece()) return false;
  return taken_ == opened_.size() && file_.peek() == std::ifstream::traits_type::eof();
}

base::Problem HouseReader::damage() const {
  return no_house(path_, "the backup was cut off or changed at piece " + std::to_string(number_ + 1));
}

std::string HouseReader::digest() {
  return hex_digest(hash_.finish());
}

void HouseReader::read_already(std::string_view bytes) {
  hash_.add(bytes);
  bytes_ += static_cast<std::int64_t>(bytes.size());
}

bool HouseReader::next_piece() {
  if (last_seen_) return false;
  std::array<char, 4> written{};
  if (!file_.read(written.data(), written.size())) return false;
  std::size_t length = 0;
  for (std::size_t at = 0; at < written.size(); ++at)
    length |= std::size_t{static_cast<unsigned char>(written[at])} << (8 * at);
  if (length > longest_piece) return false;
  std::string sealed(length, '\0');
  if (!file_.read(sealed.data(), static_cast<std::streamsize>(length))) return false;
  read_already({written.data(), written.size()});
  read_already(sealed);
  auto opened = crypto::open_sealed(data_key_, sealed, place_of_piece(number_, false));
  if (!opened) {
    opened = crypto::open_sealed(data_key_, sealed, place_of_piece(number_, true));
    last_seen_ = opened.has_value();
  }
  if (!opened) return false;
  ++number_;
  opened_ = std::move(*opened);
  taken_ = 0;
  return true;
}

}  // namespace smm::store::records
