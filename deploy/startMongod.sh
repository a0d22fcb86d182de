#!/bin/bash
# In the MongoDB container: a replica set that asks for passwords wants a key file, which only its server may read.
set -e
install -o mongodb -g mongodb -m 400 <(printf '%s' "$MONGODB_PASSWORD") /tmp/keyFile
exec docker-entrypoint.sh mongod --replSet hub --bind_ip_all --keyFile /tmp/keyFile
