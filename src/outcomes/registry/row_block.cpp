// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/row_block.hpp"

#include <tuple>

#include "base/assert.hpp"
#include "outcomes/registry/clean_text.hpp"
#include "outcomes/registry/row_texts.hpp"

namespace smm::outcomes::registry {
namespace {

// Cuts behind a whole character.
std::string_view cut_text(std::string_view text) {
  if (text.size() <= longest_row_text) return text;
  std::size_t length = longest_row_text;
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80) --length;
  return text.substr(0, length);
}

std::string_view row_text(std::string_view text, std::string& scratch) {
  return cut_text(clean_text(text, scratch));
}

void append_text(std::string& texts, std::string_view text) {
  texts += static_cast<char>(static_cast<unsigned char>(text.size()));
  texts += text;
}

// All digits of `text` as a number; -1 when one is none.
std::int64_t number_of(std::string_view text) {
  std::int64_t number = 0;
  for (const char letter : text) {
    const auto digit = static_cast<unsigned char>(letter - '0');
    if (digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

PostalCode nine_digits(std::int64_t number) {
  return number % 10000 == 0 ? PostalCode::of_five(static_cast<std::uint32_t>(number / 10000))
                             : PostalCode::of_nine(static_cast<std::uint32_t>(number));
}

PostalCode encode_postal(std::string_view text, ThreadWords& words) {
  if (text.empty()) return {};
  if (text.size() == 9 || text.size() == 5) {
    const std::int64_t number = number_of(text);
    if (number >= 0)
      return text.size() == 9 ? nine_digits(number) : PostalCode::of_five(static_cast<std::uint32_t>(number));
  }
  if (text.size() == 10 && text[5] == '-') {
    const std::int64_t head = number_of(text.substr(0, 5));
    const std::int64_t tail = number_of(text.substr(6));
    if (head >= 0 && tail >= 0) return nine_digits(head * 10000 + tail);
  }
  return PostalCode::of_text(words.code(Words::postal_texts, text));
}

template <class Block>
auto parts_of(Block& block) {
  return std::tie(block.persons, block.taxonomies, block.other_names, block.standings, block.locations,
                  block.medicare, block.texts, block.location_texts);
}

}  // namespace

BlockAddress encode_address(const AddressText& address, ThreadWords& words) {
  return {encode_postal(address.postal, words), words.code(Words::cities, address.city),
          words.code(Words::states, address.state), words.code(Words::countries, address.country)};
}

BlockOtherName encode_other_name(const OtherNameText& name, ThreadWords& words) {
  return {0, words.code(Words::surnames, name.last), words.code(Words::given_names, name.first),
          words.code(Words::given_names, name.middle), static_cast<std::uint32_t>(name.kind)};
}

namespace {

void append_streets(const PersonText& person, std::string& texts) {
  std::string scratch;
  const std::string_view practice = row_text(person.practice.street, scratch);
  append_text(texts, practice);
  std::string other_scratch;
  const std::string_view mailing = row_text(person.mailing.street, other_scratch);
  if (!mailing.empty() && mailing == practice) {
    texts += static_cast<char>(as_before);
  } else {
    append_text(texts, mailing);
  }
}

void append_taxonomies(const PersonText& person, RowBlock& block, ThreadWords& words) {
  std::string scratch;
  for (std::uint8_t at = 0; at < person.taxonomy_count; ++at) {
    const TaxonomyText& taxonomy = person.taxonomies[at];
    block.taxonomies.push_back(
        {words.code(Words::taxonomies, taxonomy.code), words.code(Words::states, taxonomy.state),
         static_cast<std::uint32_t>(taxonomy.slot) | static_cast<std::uint32_t>(taxonomy.primary) << 4});
    append_text(block.texts, row_text(taxonomy.licence, scratch));
  }
}

// Adds what only some persons have, and returns the flags that say so.
std::uint32_t append_rare(const PersonText& person, RowBlock& block, ThreadWords& words) {
  const auto row = static_cast<std::uint32_t>(block.persons.size());
  std::uint32_t flags = 0;
  for (const OtherNameText& name : person.other_names) {
    block.other_names.push_back(encode_other_name(name, words));
    block.other_names.back().row = row;
    flags |= flag_other_name;
  }
  if (person.deactivated.given() || person.reactivated.given()) {
    block.standings.push_back({row, words.code(Words::reasons, person.deactivation_reason),
                               person.deactivated, person.reactivated});
    flags |= flag_standing;
  }
  std::string scratch;
  for (const LocationText& location : person.locations) {
    const std::string_view street = row_text(location.address.street, scratch);
    const std::uint32_t source = location.source == AddressSource::medicare ? 1 : 0;
    block.locations.push_back(
        {row, source, encode_address(location.address, words), static_cast<std::uint32_t>(street.size())});
    block.location_texts += street;
    flags |= flag_location;
  }
  if (person.medicare) {
    block.medicare.push_back(
        {row, words.code(Words::schools, person.medicare->school), person.medicare->graduation_year});
    flags |= flag_medicare;
  }
  return flags;
}

}  // namespace

void RowBlock::add(const PersonText& person, ThreadWords& words) {
  const std::size_t text_begin = texts.size();
  append_streets(person, texts);
  append_taxonomies(person, *this, words);
  BlockPerson row;
  row.flags =
      static_cast<std::uint8_t>(append_rare(person, *this, words) | static_cast<std::uint32_t>(person.sex));
  row.npi = person.npi;
  row.last = words.code(Words::surnames, person.last);
  row.first = words.code(Words::given_names, person.first);
  row.middle = words.code(Words::given_names, person.middle);
  row.suffix = words.code(Words::suffixes, person.suffix);
  row.credential = words.code(Words::credentials, person.credential);
  row.practice = encode_address(person.practice, words);
  row.mailing = encode_address(person.mailing, words);
  row.enumerated = person.enumerated;
  row.updated = person.updated;
  row.taxonomies = person.taxonomy_count;
  row.text_bytes = static_cast<std::uint16_t>(texts.size() - text_begin);
  persons.push_back(row);
}

void RowBlock::clear() {
  std::apply([](auto&... part) { (part.clear(), ...); }, parts_of(*this));
}

BlockPlace lay_aside(const RowBlock& block, GrowingBytes& file, std::uint64_t& end, std::uint32_t thread) {
  BlockPlace place{&file, thread, end, {}};
  std::string bytes;
  std::size_t part_number = 0;
  const auto append = [&](const auto& part) {
    place.counts[part_number++] = part.size();
    bytes.append(reinterpret_cast<const char*>(part.data()), part.size() * sizeof part[0]);
  };
  std::apply([&](const auto&... part) { (append(part), ...); }, parts_of(block));
  file.write_at(end, bytes);
  end += bytes.size();
  return place;
}

void fetch(const BlockPlace& place, RowBlock& block) {
  std::uint64_t offset = place.offset;
  std::size_t part_number = 0;
  const auto read = [&](auto& part) {
    part.resize(place.counts[part_number++]);
    const std::size_t bytes = part.size() * sizeof part[0];
    for (std::size_t done = 0; done < bytes;) {
      const std::size_t count =
          place.file->read_at(offset + done, reinterpret_cast<char*>(part.data()) + done, bytes - done);
      SMM_ASSERT(count > 0);
      done += count;
    }
    offset += bytes;
  };
  std::apply([&](auto&... part) { (read(part), ...); }, parts_of(block));
}

}  // namespace smm::outcomes::registry
