# halsobot with its web chat. Keep /data on a volume, and the keys apart from the database's backups.
FROM python:3.11-slim

RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/*

WORKDIR /halsobot
COPY requirements/run.txt requirements/run.txt
RUN python -m pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY . .
RUN python -m pip install --no-cache-dir --no-deps --no-build-isolation . \
    && useradd --system --create-home halsobot && mkdir /data /keys && chown halsobot /data /keys

USER halsobot
ENV HALSOBOT_HOST=0.0.0.0 HALSOBOT_PORT=8080 HALSOBOT_CONTENT=/halsobot \
    HALSOBOT_DATABASE_URL=sqlite:////data/halsobot.db HALSOBOT_KEYS=/keys/keys
VOLUME ["/data", "/keys"]
EXPOSE 8080
CMD ["halsobot", "serve"]
