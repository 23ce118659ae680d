#include "galpi/base/sha256.hpp"

#include "support/catch.hpp"

using namespace galpi;

TEST_CASE("SHA-256 is that of FIPS 180-4", "[base]") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("pieces have the hash of the whole, and the next whole starts anew", "[base]") {
  Sha256 hash;
  hash.add("a");
  hash.add("bc");
  CHECK(hash.hex() == sha256_hex("abc"));
  CHECK(hash.hex() == sha256_hex(""));
}
