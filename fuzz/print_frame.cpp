// SPDX-License-Identifier: Apache-2.0
// Bytes that come to an `smm print`: however they are cut, the same becomes of them; a frame that is whole is
// written again as the same bytes, and nothing longer than allowed is held.
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "adapters/print_frame.hpp"
#include "base/assert.hpp"

using smm::adapters::FrameReader;

namespace {

FrameReader::State read_in_pieces(FrameReader& reader, std::string_view bytes, std::size_t piece) {
  auto state = FrameReader::State::more;
  for (; !bytes.empty() && state != FrameReader::State::refused;
       bytes.remove_prefix(std::min(piece, bytes.size())))
    state = reader.take(bytes.substr(0, piece));
  return state;
}

void check(FrameReader whole, FrameReader cut, std::string_view bytes, std::size_t piece) {
  const auto state = read_in_pieces(whole, bytes, bytes.size() + 1);
  SMM_ASSERT(read_in_pieces(cut, bytes, piece) == state);
  SMM_ASSERT(cut.fault() == whole.fault());
  if (state != FrameReader::State::whole) return;
  SMM_ASSERT(cut.bytes() == whole.bytes());
  SMM_ASSERT(smm::adapters::frame_of(whole.kind(), whole.bytes()) == bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t piece = std::size_t{1} + data[0] % 16;
  check(FrameReader::of_questions(), FrameReader::of_questions(), bytes, piece);
  check(FrameReader::of_answers(), FrameReader::of_answers(), bytes, piece);
  return 0;
}
