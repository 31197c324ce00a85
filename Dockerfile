# The product with its build inside, run by nobody in particular. Postgres is another container: see compose.yaml and docs/deploy.md.
FROM node:24-bookworm-slim
WORKDIR /srv/proofmark
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && mkdir -p .data /files /audit && chown -R node:node .data .next /files /audit
USER node
EXPOSE 3000
ENV HOST=0.0.0.0 FILES_DIR=/files AUDIT_DIR=/audit
VOLUME /files /audit
CMD ["npm", "start", "--", "--no-demo"]
