// SPDX-License-Identifier: Apache-2.0
// Archives made here byte by byte, in the old form and in that of zip64, and what becomes of damaged ones.
#include "outcomes/registry/zip_source.hpp"

#include <gtest/gtest.h>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

#include "base/random.hpp"
#include "outcomes/registry/damaged_source.hpp"

namespace smm::outcomes::registry {
namespace {

std::string packed(std::string_view text) {
  std::string out(text.size() + 1000, '\0');
  isal_zstream stream;
  isal_deflate_stateless_init(&stream);
  stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<std::uint32_t>(text.size());
  stream.next_out = reinterpret_cast<unsigned char*>(out.data());
  stream.avail_out = static_cast<std::uint32_t>(out.size());
  stream.end_of_stream = 1;
  EXPECT_EQ(isal_deflate_stateless(&stream), COMP_OK);
  out.resize(stream.total_out);
  return out;
}

void append_number(std::string& bytes, std::uint64_t number, int width) {
  for (int at = 0; at < width; ++at, number >>= 8) bytes += static_cast<char>(number & 0xff);
}

// One member; with `zip64`, all sizes and places are told the long way.
std::string made_zip(const std::string& name, std::string_view text, bool deflated, bool zip64) {
  const std::string body = deflated ? packed(text) : std::string(text);
  const std::uint32_t crc =
      crc32_gzip_refl(0, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  const std::uint64_t method = deflated ? 8 : 0;
  std::string zip = "PK\x03\x04";
  append_number(zip, 45, 2);
  append_number(zip, 0, 2);
  append_number(zip, method, 2);
  append_number(zip, 0, 4);
  append_number(zip, crc, 4);
  append_number(zip, body.size(), 4);
  append_number(zip, text.size(), 4);
  append_number(zip, name.size(), 2);
  append_number(zip, 0, 2);
  zip += name + body;
  const std::uint64_t directory = zip.size();
  std::string extra;
  if (zip64) {
    append_number(extra, 1, 2);
    append_number(extra, 24, 2);
    for (const std::uint64_t number :
         {std::uint64_t{text.size()}, std::uint64_t{body.size()}, std::uint64_t{0}})
      append_number(extra, number, 8);
  }
  const auto short_form = [&](std::uint64_t number) { return zip64 ? 0xffffffff : number; };
  zip += "PK\x01\x02";
  append_number(zip, 45, 2);
  append_number(zip, 45, 2);
  append_number(zip, 0, 2);
  append_number(zip, method, 2);
  append_number(zip, 0, 4);
  append_number(zip, crc, 4);
  append_number(zip, short_form(body.size()), 4);
  append_number(zip, short_form(text.size()), 4);
  append_number(zip, name.size(), 2);
  append_number(zip, extra.size(), 2);
  append_number(zip, 0, 10);
  append_number(zip, short_form(0), 4);
  zip += name + extra;
  const std::uint64_t length = zip.size() - directory;
  if (zip64) {
    const std::uint64_t record = zip.size();
    zip += "PK\x06\x06";
    append_number(zip, 44, 8);
    append_number(zip, 0, 12);
    append_number(zip, 1, 8);
    append_number(zip, 1, 8);
    append_number(zip, length, 8);
    append_number(zip, directory, 8);
    zip += "PK\x06\x07";
    append_number(zip, 0, 4);
    append_number(zip, record, 8);
    append_number(zip, 1, 4);
  }
  zip += "PK\x05\x06";
  append_number(zip, 0, 4);
  append_number(zip, 1, 2);
  append_number(zip, zip64 ? 0xffff : 1, 2);
  append_number(zip, short_form(length), 4);
  append_number(zip, short_form(directory), 4);
  append_number(zip, 0, 2);
  return zip;
}

std::string unpacked(const std::string& zip) {
  const StoredText file(zip);
  const auto members = read_zip_directory(file, "z.zip");
  if (!members) return "refused: " + std::string(members.problems().front().code);
  if (members->size() != 1) return "not one member";
  ZipSource source(file, members->front());
  std::string text;
  std::string piece(777, '\0');
  try {
    for (std::size_t count = source.read(piece.data(), piece.size()); count > 0;
         count = source.read(piece.data(), piece.size()))
      text.append(piece, 0, count);
  } catch (const DamagedSource& damaged) {
    return std::string("damaged: ") + damaged.what();
  }
  return text;
}

std::string long_text() {
  base::Random random(3);
  std::string text;
  for (int at = 0; at < 60000; ++at) text += std::to_string(random.below(1000)) + ",";
  return text;
}

TEST(ZipArchives, UnpackToWhatWentIn) {
  const std::string text = long_text();
  for (const bool deflated : {false, true})
    for (const bool zip64 : {false, true})
      EXPECT_TRUE(unpacked(made_zip("a.csv", text, deflated, zip64)) == text) << deflated << zip64;
  EXPECT_EQ(unpacked(made_zip("a.csv", "", true, false)), "");
}

TEST(ZipArchives, ThatAreCutOffAreRefused) {
  const std::string zip = made_zip("a.csv", long_text(), true, true);
  for (std::size_t length = 0; length + 1 < zip.size(); length += 997)
    EXPECT_EQ(unpacked(zip.substr(0, length)), "refused: zip_damaged") << length;
}

TEST(ZipArchives, WithAnotherContentAreFound) {
  const std::string text = long_text();
  const std::string zip = made_zip("a.csv", text, true, false);
  base::Random random(9);
  for (int round = 0; round < 200; ++round) {
    std::string bad = zip;
    const std::size_t at = 40 + random.below(zip.size() - 200);
    bad[at] = static_cast<char>(bad[at] ^ 16);
    EXPECT_TRUE(unpacked(bad).starts_with("damaged: ")) << at;
  }
}

TEST(ZipArchives, ThatAreEncryptedAreNotRead) {
  std::string zip = made_zip("a.csv", "text", false, false);
  zip[zip.rfind("PK\x01\x02") + 8] = 1;
  EXPECT_EQ(unpacked(zip), "refused: zip_unsupported");
}

}  // namespace
}  // namespace smm::outcomes::registry
