// SPDX-License-Identifier: Apache-2.0
// Saves per second on SQLite when so many clients wait for each to be on disk, beside how often this disk can
// be synced at all. Files are made in the folder for temporary files; set TMPDIR to measure another disk.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <future>
#include <memory>
#include <string>

#include "scratch_folder.hpp"
#include "store/sqlite.hpp"
#include "store/writer.hpp"

namespace {

using smm::store::Blob;
using smm::store::Connection;
using smm::test::ScratchFolder;

void sync_a_page(benchmark::State& state) {
  const ScratchFolder folder;
  const std::string page(4096, 'x');
  const int file = open(folder.path("page").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  for (auto _ : state)
    if (write(file, page.data(), page.size()) < 0 || fdatasync(file) != 0)
      state.SkipWithError("the disk failed");
  close(file);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(sync_a_page)->UseRealTime();

// One answer of 200 sealed bytes and its place in the history.
void save_an_answer(Connection& connection, std::int64_t number) {
  const Blob sealed{std::string(200, 'x')};
  connection.execute(
      "INSERT INTO answer VALUES (?, ?) ON CONFLICT (item) DO UPDATE SET sealed = excluded.sealed",
      {number % 5000, sealed});
  connection.execute("INSERT INTO history VALUES (?, ?, ?)", {number, number % 5000, sealed});
}

// Each client hands in its next save when the one before is on disk.
class Clients {
 public:
  Clients(smm::store::Writer& writer, std::int64_t most) : writer_(writer), left_(most), open_(most) {}

  void run(int count) {
    for (int client = 0; client < count; ++client) hand_in();
    done_->get_future().wait();
  }

 private:
  void hand_in() {
    const std::int64_t number = left_--;
    if (number <= 0) return;
    writer_.submit([number](Connection& connection) { save_an_answer(connection, number); },
                   [this](std::exception_ptr failure) {
                     if (failure) std::abort();
                     if (--open_ == 0) return std::shared_ptr(done_)->set_value();
                     hand_in();
                   });
  }

  smm::store::Writer& writer_;
  std::atomic<std::int64_t> left_;
  std::atomic<std::int64_t> open_;
  std::shared_ptr<std::promise<void>> done_ = std::make_shared<std::promise<void>>();
};

void save_answers(benchmark::State& state) {
  const std::int64_t saves = state.range(0) * 200;
  for (auto _ : state) {
    state.PauseTiming();
    const ScratchFolder folder;
    auto connection = smm::store::open_sqlite(folder.path("smm.db"), smm::store::SqliteMode::create);
    connection->run_script(
        "CREATE TABLE answer (item INTEGER PRIMARY KEY, sealed BLOB) STRICT;"
        "CREATE TABLE history (number INTEGER PRIMARY KEY, item INTEGER, sealed BLOB) STRICT");
    const auto writer = smm::store::group_writer(std::move(connection));
    state.ResumeTiming();
    Clients(*writer, saves).run(static_cast<int>(state.range(0)));
  }
  state.SetItemsProcessed(state.iterations() * saves);
}
BENCHMARK(save_answers)->ArgName("clients")->Arg(1)->Arg(10)->Arg(50)->Arg(200)->UseRealTime()->Iterations(1);

}  // namespace
