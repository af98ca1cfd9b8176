// SPDX-License-Identifier: Apache-2.0
// The server and the store together, before anything is decided or sealed: how many requests and saves per
// second, and how long they wait at half of that. 200 persons over loopback; the generator runs beside the
// server. SMM_SLOW_SYNC_MS slows the disk; TMPDIR chooses it.
//
//   bench_http [SECONDS]
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include "load/load.hpp"
#include "scratch_folder.hpp"
#include "slow_disk.hpp"
#include "store/sqlite.hpp"
#include "store/writer.hpp"
#include "sync_rate.hpp"
#include "web/http/server.hpp"

namespace {

namespace http = smm::web::http;
namespace load = smm::load;
namespace store = smm::store;
using smm::test::ScratchFolder;

std::unique_ptr<store::Writer> writer_in(const ScratchFolder& folder) {
  auto connection = store::open_sqlite(folder.path() + "/smm.db", store::SqliteMode::create);
  connection->run_script("CREATE TABLE saved (n INTEGER PRIMARY KEY, b BLOB) STRICT");
  return store::group_writer(std::move(connection));
}

void add_routes(http::Router& router, store::Writer& writer) {
  router.add(http::Method::get, "/hello",
             [](const http::Request&) { return http::text_response(200, "hello"); });
  router.add(http::Method::post, "/save",
             [&writer](const http::Request& request, const http::Respond& respond) {
               writer.submit(
                   [body = request.body](store::Connection& connection) {
                     connection.execute("INSERT INTO saved (b) VALUES (?)", {store::Blob{body}});
                   },
                   [respond](std::exception_ptr failure) {
                     if (failure) return respond.fail(failure);
                     respond(http::text_response(200, "saved"));
                   });
             });
}

void measure(const char* what, std::uint16_t port, const std::string& request, load::Plan plan) {
  const load::Script script{[&request](std::size_t, std::string& wanted) { wanted += request; }};
  const load::Report closed = load::closed_loop(port, script, plan);
  std::printf("%s, closed loop:\n%s", what, load::text_of(closed).c_str());
  plan.rate = closed.rate() / 2;
  const load::Report open = load::open_loop(port, script, plan);
  std::printf("%s, open loop at %.0f/s:\n%s", what, plan.rate, load::text_of(open).c_str());
}

}  // namespace

int main(int count, char** words) {
  load::Plan plan;
  plan.time = std::chrono::seconds(count > 1 ? std::max(std::atoi(words[1]), 1) : 5);
  const ScratchFolder folder;
  const auto syncs = smm::test::sync_rate_of(folder.path(), std::chrono::seconds(1));
  std::printf("%s: %.0f syncs/s, median %.2f ms\n", folder.path().c_str(), syncs.per_second,
              static_cast<double>(syncs.median.count()) / 1000);
  const auto slow_disk = smm::test::SlowDisk::from_environment();
  const auto writer = writer_in(folder);
  http::Router router;
  add_routes(router, *writer);
  http::Limits limits;
  limits.requests_per_connection = 1'000'000'000;
  http::Server server({*http::parse_listen_address("127.0.0.1:0"), limits, {}}, router);
  server.start();
  measure("hello", server.port(), "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n", plan);
  measure("save", server.port(),
          "POST /save HTTP/1.1\r\nHost: a\r\nContent-Length: 200\r\n\r\n" + std::string(200, 'x'), plan);
  server.stop();
}
